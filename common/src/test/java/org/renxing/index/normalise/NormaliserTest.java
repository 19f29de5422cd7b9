package org.renxing.index.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Frames.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.Direction;
import org.renxing.model.IndexSystem;
import org.renxing.model.Normalisation;
import org.renxing.model.Normalisation.Bounds;
import org.renxing.model.Normalisation.Quantiles;
import org.renxing.model.Normalisation.Scope;
import org.renxing.normalisation.NormalisationMethods;
import org.renxing.normalisation.Normalised;
import org.renxing.normalisation.ScaleBounds;
import org.renxing.normalisation.Scaler;
import org.renxing.panel.PackedPanel;
import org.renxing.testing.Frames;
import org.renxing.testing.Systems;

class NormaliserTest {
  private static final Dataset<Row> INDICATORS =
      Frames.of(
          "indicator_code string, direction string, system string",
          row("up", "+", "s"),
          row("down", "-", "s"),
          row("flat", "+", "s"));

  private static Dataset<Row> values() {
    return Frames.of(
        "unit_id string, year int, indicator_code string, value double",
        row("u", 1, "up", 0.0),
        row("v", 1, "up", 5.0),
        row("w", 1, "up", 5.0),
        row("u", 2, "up", 10.0),
        row("v", 2, "up", 20.0),
        row("w", 2, "up", null),
        row("u", 1, "down", 1.0),
        row("v", 1, "down", 2.0),
        row("u", 2, "down", 3.0),
        row("v", 2, "down", 5.0),
        row("u", 1, "flat", 0.1),
        row("v", 1, "flat", 0.1),
        row("u", 2, "flat", 0.1));
  }

  private static Normalisation spec(String method, Scope scope, boolean clamp, double scale) {
    return new Normalisation(
        method,
        scope,
        Optional.of(1),
        Optional.of("r1"),
        Optional.empty(),
        clamp,
        scale,
        Map.of("up", new Bounds(0, 10), "down", new Bounds(1, 3)));
  }

  private static Map<String, Row> apply(Normalisation spec) {
    Dataset<Row> frozen =
        Frames.of(
            "indicator_code string, lower double, upper double",
            row("up", 0.0, 40.0),
            row("down", 0.0, 4.0));
    return Frames.by(
        new Normaliser(spec).apply(values(), INDICATORS, Optional.of(frozen)),
        "indicator_code",
        "unit_id",
        "year");
  }

  private static void check(Map<String, Row> rows, String key, Double expected) {
    Double value = rows.get(key).getAs("normalised");
    if (expected == null) {
      assertThat(value).as(key).isNull();
    } else {
      assertThat(value).as(key).isCloseTo(expected, offset(1e-14));
    }
  }

  @Test
  void minMaxPooled() {
    Map<String, Row> rows = apply(spec("min-max", Scope.POOLED, false, 1));
    assertThat(rows).hasSize(13);
    check(rows, "up/v/1", 0.25);
    check(rows, "up/w/2", null);
    check(rows, "down/u/1", 1.0);
    check(rows, "down/v/2", 0.0);
    check(rows, "flat/u/1", 0.0);
    Row row = rows.get("down/u/2");
    assertThat(row.<Double>getAs("lower")).isEqualTo(1.0);
    assertThat(row.<Double>getAs("upper")).isEqualTo(5.0);
    assertThat(row.<String>getAs("system")).isEqualTo("s");
    assertThat(row.<Boolean>getAs("is_winsorised")).isFalse();
  }

  @Test
  void minMaxInOtherScopes() {
    Map<String, Row> yearly = apply(spec("min-max", Scope.YEARLY, false, 100));
    check(yearly, "up/v/1", 100.0);
    check(yearly, "up/u/2", 0.0);
    check(yearly, "flat/u/2", 0.0);
    Map<String, Row> base = apply(spec("min-max", Scope.BASE_YEAR, false, 1));
    check(base, "up/v/2", 4.0);
    check(base, "down/v/2", -3.0);
    Map<String, Row> clamped = apply(spec("min-max", Scope.BASE_YEAR, true, 1));
    check(clamped, "up/v/2", 1.0);
    check(clamped, "down/v/2", 0.0);
    Map<String, Row> frozen = apply(spec("min-max", Scope.FROZEN, false, 1));
    check(frozen, "up/v/2", 0.5);
    check(frozen, "down/u/2", 0.25);
    check(frozen, "flat/u/1", null);
    assertThatThrownBy(
            () ->
                new Normaliser(spec("min-max", Scope.FROZEN, false, 1))
                    .apply(values(), INDICATORS, Optional.empty()))
        .hasMessageContaining("no bounds of release r1");
  }

  @Test
  void zScoresHaveMeanZeroAndSdOne() {
    Map<String, Row> rows = apply(spec("z-score", Scope.POOLED, true, 1));
    double sd = Math.sqrt((64 + 9 + 9 + 4 + 144) / 4.0);
    check(rows, "up/u/1", -8 / sd);
    check(rows, "up/v/2", 12 / sd);
    check(rows, "flat/v/1", 0.0);
    assertThat(rows.get("down/u/1").<Double>getAs("normalised")).isPositive();
  }

  @Test
  void ranksShareTies() {
    Map<String, Row> rows = apply(spec("rank", Scope.POOLED, false, 1));
    check(rows, "up/u/1", 0.0);
    check(rows, "up/v/1", 1.5 / 4);
    check(rows, "up/w/1", 1.5 / 4);
    check(rows, "up/v/2", 1.0);
    check(rows, "up/w/2", null);
    check(rows, "down/v/2", 0.0);
    check(rows, "down/u/1", 1.0);
    check(rows, "flat/u/1", 0.0);
    Map<String, Row> yearly = apply(spec("rank", Scope.YEARLY, false, 1));
    check(yearly, "up/v/2", 1.0);
    check(yearly, "flat/u/2", 0.0);
    assertThatThrownBy(() -> apply(spec("rank", Scope.FROZEN, false, 1)))
        .hasMessageContaining("pooled or yearly");
  }

  @Test
  void distanceToFrontierGoalpostsAndNone() {
    Map<String, Row> frontier = apply(spec("distance-to-frontier", Scope.POOLED, false, 1));
    check(frontier, "up/v/1", 0.25);
    check(frontier, "down/u/1", 1.0);
    check(frontier, "down/v/2", 0.2);
    check(frontier, "flat/u/1", 0.0);
    Map<String, Row> posts = apply(spec("goalposts", Scope.POOLED, true, 10));
    check(posts, "up/v/1", 5.0);
    check(posts, "up/v/2", 10.0);
    check(posts, "down/v/2", 0.0);
    check(posts, "flat/u/1", null);
    Map<String, Row> none = apply(spec("none", Scope.POOLED, false, 1));
    check(none, "up/v/2", 20.0);
    check(none, "down/v/2", -5.0);
  }

  @Test
  void winsorisingDrawsInToTheQuantiles() {
    Normalisation spec =
        new Normalisation(
            "min-max",
            Scope.POOLED,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Quantiles(0.25, 0.75)),
            false,
            1,
            Map.of());
    Map<String, Row> rows = apply(spec);
    Row top = rows.get("up/v/2");
    assertThat(top.<Double>getAs("value")).isEqualTo(10.0);
    assertThat(top.<Boolean>getAs("is_winsorised")).isTrue();
    check(rows, "up/v/2", 1.0);
    check(rows, "up/u/1", 0.0);
    check(rows, "up/u/2", 1.0);
    assertThat(rows.get("up/u/2").<Boolean>getAs("is_winsorised")).isFalse();
    check(rows, "up/w/2", null);
  }

  @Test
  void nothingInNothingOut() {
    Dataset<Row> none = values().limit(0);
    Normalisation spec = Normalisation.pooledMinMax();
    assertThat(new Normaliser(spec).apply(none, INDICATORS, Optional.empty()).count()).isZero();
  }

  /** The kernel gives the same, bit for bit. */
  @Test
  void theKernelGivesTheSame() {
    IndexSystem system =
        Systems.index(
            Systems.node(
                "s",
                Systems.leaf("up", "x"),
                Systems.leaf("down", Direction.NEGATIVE, "x"),
                Systems.leaf("flat", "x")));
    List<String> codes = List.of("up", "down", "flat");
    List<String> units = List.of("u", "v", "w", "u", "v", "w");
    int[] years = {1, 1, 1, 2, 2, 2};
    double none = Double.NaN;
    double[] values = {0, 1, .1, 5, 2, .1, 5, none, none, 10, 3, .1, 20, 5, none, none, none, none};
    PackedPanel panel = new PackedPanel(units, years, codes, values);
    Map<String, ScaleBounds> frozen =
        Map.of("up", new ScaleBounds(0, 40), "down", new ScaleBounds(0, 4));
    int compared = 0;
    for (String method : NormalisationMethods.names()) {
      for (Scope scope : Scope.values()) {
        if (method.equals("rank") && scope != Scope.POOLED && scope != Scope.YEARLY) {
          continue;
        }
        for (boolean clamp : new boolean[] {false, true}) {
          Normalisation spec = winsorised(spec(method, scope, clamp, 10));
          Map<String, Row> rows = apply(spec);
          Normalised found =
              new org.renxing.normalisation.Normaliser(spec, system).of(panel, Optional.of(frozen));
          for (Row row : rows.values()) {
            int at = row.<Integer>getAs("year") * 3 - 3 + units.indexOf(row.getAs("unit_id"));
            int column = codes.indexOf(row.<String>getAs("indicator_code"));
            double normalised = found.normalised().value(at, column);
            assertThat(Double.isNaN(normalised) ? null : normalised)
                .as("%s %s %s", method, scope, row)
                .isEqualTo(row.<Double>getAs("normalised"));
            double treated = found.values().value(at, column);
            assertThat(Double.isNaN(treated) ? null : treated)
                .isEqualTo(row.<Double>getAs("value"));
            Scaler scaler =
                found.scalers().get(scope == Scope.YEARLY ? panel.year(at) : 0).get(column);
            assertThat(Double.isNaN(scaler.upper()) ? null : scaler.upper())
                .isEqualTo(row.<Double>getAs("upper"));
            compared++;
          }
        }
      }
    }
    assertThat(compared).isEqualTo(22 * 2 * 13);
  }

  private static Normalisation winsorised(Normalisation plain) {
    return new Normalisation(
        plain.method(),
        plain.scope(),
        plain.baseYear(),
        plain.frozenRelease(),
        Optional.of(new Quantiles(0.1, 0.9)),
        plain.clamp(),
        plain.scale(),
        plain.goalposts());
  }
}
