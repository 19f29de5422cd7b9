package org.renxing.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.renxing.model.Direction;
import org.renxing.model.IndexSystem;
import org.renxing.model.Normalisation;
import org.renxing.model.Normalisation.Bounds;
import org.renxing.model.Normalisation.Quantiles;
import org.renxing.model.Normalisation.Scope;
import org.renxing.panel.PackedPanel;
import org.renxing.panel.PanelGrid;
import org.renxing.panel.PanelKernel;
import org.renxing.panel.SimulatedBase;
import org.renxing.panel.UnitPanel;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.testing.Distributed;
import org.renxing.testing.Systems;

class NormaliserTest {
  private static final double NONE = Double.NaN;
  private static final List<String> UNITS = List.of("u", "v", "w", "u", "v", "w");
  private static final PackedPanel PANEL =
      new PackedPanel(
          UNITS,
          new int[] {1, 1, 1, 2, 2, 2},
          List.of("up", "down", "flat"),
          new double[] {
            0, 1, .1, 5, 2, .1, 5, NONE, NONE, 10, 3, .1, 20, 5, NONE, NONE, NONE, NONE
          });
  private static final IndexSystem SYSTEM =
      Systems.index(
          Systems.node(
              "s",
              Systems.leaf("up", "x"),
              Systems.leaf("down", Direction.NEGATIVE, "x"),
              Systems.leaf("flat", "x")));

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

  private static Normalised apply(Normalisation spec) {
    Map<String, ScaleBounds> frozen =
        Map.of("up", new ScaleBounds(0, 40), "down", new ScaleBounds(0, 4));
    return new Normaliser(spec, SYSTEM).of(PANEL, Optional.of(frozen));
  }

  /** The value of a cell such as {@code up/v/1}. */
  private static double at(PackedPanel panel, String key) {
    int end = key.length() - 1;
    int row = 3 * (key.charAt(end) - '1') + UNITS.indexOf(key.substring(end - 2, end - 1));
    return panel.value(row, panel.indicators().indexOf(key.substring(0, end - 3)));
  }

  private static void check(Normalised found, String key, Double expected) {
    double value = at(found.normalised(), key);
    if (expected == null) {
      assertThat(value).as(key).isNaN();
    } else {
      assertThat(value).as(key).isCloseTo(expected, offset(1e-14));
    }
  }

  @Test
  void minMaxPooled() {
    Normalised rows = apply(spec("min-max", Scope.POOLED, false, 1));
    check(rows, "up/v/1", 0.25);
    check(rows, "up/w/2", null);
    check(rows, "down/u/1", 1.0);
    check(rows, "down/v/2", 0.0);
    check(rows, "flat/u/1", 0.0);
    ColumnScale down =
        new Normaliser(spec("min-max", Scope.POOLED, false, 1), SYSTEM)
            .scale("down", new int[] {2, 1, 1, 2}, new double[] {5, NONE, 1, 3}, Map.of());
    assertThat(down.scaler().lower()).isEqualTo(1.0);
    assertThat(down.scaler().upper()).isEqualTo(5.0);
    assertThat(down.isNegative()).isTrue();
    assertThat(down.treated(7)).isEqualTo(7);
  }

  @Test
  void minMaxInOtherScopes() {
    Normalised yearly = apply(spec("min-max", Scope.YEARLY, false, 100));
    check(yearly, "up/v/1", 100.0);
    check(yearly, "up/u/2", 0.0);
    check(yearly, "flat/u/2", 0.0);
    Normalised base = apply(spec("min-max", Scope.BASE_YEAR, false, 1));
    check(base, "up/v/2", 4.0);
    check(base, "down/v/2", -3.0);
    Normalised clamped = apply(spec("min-max", Scope.BASE_YEAR, true, 1));
    check(clamped, "up/v/2", 1.0);
    check(clamped, "down/v/2", 0.0);
    Normalised frozen = apply(spec("min-max", Scope.FROZEN, false, 1));
    check(frozen, "up/v/2", 0.5);
    check(frozen, "down/u/2", 0.25);
    check(frozen, "flat/u/1", null);
    assertThatThrownBy(
            () ->
                new Normaliser(spec("min-max", Scope.FROZEN, false, 1), SYSTEM)
                    .of(PANEL, Optional.empty()))
        .hasMessageContaining("no bounds of release r1");
  }

  @Test
  void zScoresHaveMeanZeroAndSdOne() {
    Normalised rows = apply(spec("z-score", Scope.POOLED, true, 1));
    double sd = Math.sqrt((64 + 9 + 9 + 4 + 144) / 4.0);
    check(rows, "up/u/1", -8 / sd);
    check(rows, "up/v/2", 12 / sd);
    check(rows, "flat/v/1", 0.0);
    assertThat(at(rows.normalised(), "down/u/1")).isPositive();
  }

  @Test
  void ranksShareTies() {
    Normalised rows = apply(spec("rank", Scope.POOLED, false, 1));
    check(rows, "up/u/1", 0.0);
    check(rows, "up/v/1", 1.5 / 4);
    check(rows, "up/w/1", 1.5 / 4);
    check(rows, "up/v/2", 1.0);
    check(rows, "up/w/2", null);
    check(rows, "down/v/2", 0.0);
    check(rows, "down/u/1", 1.0);
    check(rows, "flat/u/1", 0.0);
    Normalised yearly = apply(spec("rank", Scope.YEARLY, false, 1));
    check(yearly, "up/v/2", 1.0);
    check(yearly, "flat/u/2", 0.0);
    assertThatThrownBy(() -> apply(spec("rank", Scope.FROZEN, false, 1)))
        .hasMessageContaining("pooled or yearly");
  }

  @Test
  void distanceToFrontierGoalpostsAndNone() {
    Normalised frontier = apply(spec("distance-to-frontier", Scope.POOLED, false, 1));
    check(frontier, "up/v/1", 0.25);
    check(frontier, "down/u/1", 1.0);
    check(frontier, "down/v/2", 0.2);
    check(frontier, "flat/u/1", 0.0);
    Normalised posts = apply(spec("goalposts", Scope.POOLED, true, 10));
    check(posts, "up/v/1", 5.0);
    check(posts, "up/v/2", 10.0);
    check(posts, "down/v/2", 0.0);
    check(posts, "flat/u/1", null);
    Normalised none = apply(spec("none", Scope.POOLED, false, 1));
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
    Normalised rows = apply(spec);
    assertThat(at(rows.values(), "up/v/2")).isEqualTo(10.0);
    assertThat(at(rows.values(), "up/u/2")).isEqualTo(10.0);
    check(rows, "up/v/2", 1.0);
    check(rows, "up/u/1", 0.0);
    check(rows, "up/u/2", 1.0);
    check(rows, "up/w/2", null);
  }

  @Test
  void nothingInNothingOut() {
    PackedPanel none = new PackedPanel(List.of(), new int[0], List.of("up"), new double[0]);
    Normaliser normaliser = new Normaliser(Normalisation.pooledMinMax(), SYSTEM);
    assertThat(normaliser.of(none, Optional.empty()).normalised().rows()).isZero();
  }

  /** Units of a panel, wherever they are, are scaled as the whole panel is, bit for bit. */
  @Test
  void scalesOfRecordsAreThoseOfThePanel() {
    for (String method : NormalisationMethods.names()) {
      for (Scope scope : Scope.values()) {
        boolean isTaken = scope == Scope.POOLED || scope == Scope.YEARLY;
        if (isTaken || !method.equals("rank")) {
          Normalisation spec =
              new Normalisation(
                  method,
                  scope,
                  Optional.of(2003),
                  Optional.of("r1"),
                  Optional.of(new Quantiles(0.1, 0.9)),
                  false,
                  10,
                  Map.of("x1", new Bounds(0, 10)));
          boolean isSpread = scope == Scope.YEARLY || method.equals("z-score");
          assertScaled(new Normaliser(spec, Set.of("x2")), isSpread);
        }
      }
    }
  }

  private static void assertScaled(Normaliser normaliser, boolean isSpread) {
    SimulatedBase base = SimulatedBase.of(3, 12);
    List<UnitPanel> units = base.panels();
    PanelGrid grid = PanelKernel.of(base.scenario()).grid();
    Optional<Map<String, ScaleBounds>> frozen =
        Optional.of(Map.of("x1", new ScaleBounds(0, 4), "x3", new ScaleBounds(1, 2)));
    Normalised expected = normaliser.of(packed(units, grid), frozen);
    Records<UnitPanel> records = isSpread ? Distributed.of(units, 3) : LocalRecords.of(units);
    Scales scales = Scales.of(normaliser, grid, records, frozen);
    for (int i = 0; i < units.size() * grid.size(); i++) {
      int cell = i % grid.size();
      int row = i / grid.codes().size();
      int column = i % grid.codes().size();
      double value = units.get(i / grid.size()).value(cell);
      ColumnScale scale = scales.of(grid.code(cell), grid.year(cell));
      assertThat(scale.treated(value))
          .isEqualTo(Double.valueOf(expected.values().value(row, column)));
      assertThat(scale.normalised(value))
          .isEqualTo(Double.valueOf(expected.normalised().value(row, column)));
    }
  }

  private static PackedPanel packed(List<UnitPanel> units, PanelGrid grid) {
    List<String> ids = new ArrayList<>();
    List<Integer> years = new ArrayList<>();
    for (UnitPanel unit : units) {
      for (int year : grid.years()) {
        ids.add(unit.unitId());
        years.add(year);
      }
    }
    double[] values =
        units.stream()
            .flatMapToDouble(u -> IntStream.range(0, grid.size()).mapToDouble(u::value))
            .toArray();
    return new PackedPanel(
        ids, years.stream().mapToInt(Integer::intValue).toArray(), grid.codes(), values);
  }
}
