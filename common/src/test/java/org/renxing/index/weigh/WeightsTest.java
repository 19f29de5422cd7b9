package org.renxing.index.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Frames.row;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;
import static org.renxing.testing.Systems.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.RenxingException;
import org.renxing.model.WeightOptions;
import org.renxing.model.WeightScheme;
import org.renxing.model.WeightScheme.Scope;
import org.renxing.model.WeightScheme.Within;
import org.renxing.normalisation.Normalised;
import org.renxing.panel.PackedPanel;
import org.renxing.testing.Frames;
import org.renxing.weights.Weight;
import org.renxing.weights.WeightingMethods;

class WeightsTest {
  private static final IndexSystem TWO =
      index(
          node("s", 3, leaf("a", "a"), node("c", leaf("b", "b"), leaf("d", "d"))),
          node("e", 1, leaf("f", "f")));

  private static Dataset<Row> values() {
    return Frames.of(
        "unit_id string, year int, indicator_code string, value double, normalised double",
        row("u", 1, "a", 0.0, 0.0),
        row("v", 1, "a", 1.0, 1.0),
        row("u", 1, "b", 1.0, 0.2),
        row("v", 1, "b", 1.0, 0.6),
        row("u", 1, "d", 1.0, 0.5),
        row("v", 1, "d", 1.0, 0.7),
        row("u", 1, "f", 1.0, 0.9),
        row("v", 1, "f", 1.0, 0.1),
        row("u", 2, "a", 0.5, 0.5),
        row("v", 2, "a", 1.0, 0.6),
        row("u", 2, "b", 1.0, 0.2),
        row("v", 2, "b", 1.0, 0.8),
        row("u", 2, "d", 1.0, 0.1),
        row("v", 2, "d", 1.0, 0.7),
        row("u", 2, "f", 1.0, 0.9),
        row("v", 2, "f", 1.0, 0.2));
  }

  private static Map<String, Row> weights(WeightScheme scheme) {
    return Frames.by(
        new Weights(TWO).of(values(), List.of(scheme), Map.of()), "indicator_code", "year");
  }

  private static double get(Map<String, Row> rows, String key, String column) {
    return rows.get(key).<Double>getAs(column);
  }

  @Test
  void equalWithinSystemsAndOverall() {
    Map<String, Row> within = weights(scheme("equal"));
    assertThat(get(within, "a/0", "weight")).isCloseTo(1 / 3.0, offset(1e-15));
    assertThat(get(within, "f/0", "weight")).isEqualTo(1.0);
    assertThat(get(within, "a/0", "global_weight")).isCloseTo(1 / 6.0, offset(1e-15));
    Map<String, Row> overall = weights(scheme("equal", Within.OVERALL, Scope.POOLED, Map.of()));
    assertThat(get(overall, "a/0", "weight")).isEqualTo(0.25);
    assertThat(get(overall, "f/0", "global_weight")).isEqualTo(0.25);
  }

  @Test
  void fixedFollowsTheTree() {
    Map<String, Row> rows = weights(scheme("fixed"));
    assertThat(get(rows, "a/0", "weight")).isCloseTo(0.5, offset(1e-15));
    assertThat(get(rows, "b/0", "weight")).isCloseTo(0.25, offset(1e-15));
    assertThat(get(rows, "a/0", "global_weight")).isCloseTo(0.375, offset(1e-15));
    assertThat(get(rows, "f/0", "global_weight")).isCloseTo(0.25, offset(1e-15));
  }

  @Test
  void statedSystemWeightsHoldInTheWhole() {
    Map<String, Double> stated = Map.of("s", 1.0, "e", 4.0);
    for (Within within : Within.values()) {
      Map<String, Row> rows = weights(scheme("entropy", within, Scope.POOLED, stated));
      double s =
          get(rows, "a/0", "global_weight")
              + get(rows, "b/0", "global_weight")
              + get(rows, "d/0", "global_weight");
      assertThat(s).as("%s", within).isCloseTo(0.2, offset(1e-12));
      assertThat(get(rows, "f/0", "global_weight")).isCloseTo(0.8, offset(1e-12));
    }
    assertThatThrownBy(
            () -> weights(scheme("entropy", Within.SYSTEM, Scope.POOLED, Map.of("s", 1.0))))
        .hasMessageContaining("system-weights");
  }

  @Test
  void yearlyWeightsSumToOneInEachYear() {
    Map<String, Row> rows = weights(scheme("entropy", Within.SYSTEM, Scope.YEARLY, Map.of()));
    assertThat(rows).hasSize(8);
    for (int year = 1; year <= 2; year++) {
      double sum = 0;
      for (String code : List.of("a", "b", "d", "f")) {
        sum += get(rows, code + "/" + year, "global_weight");
      }
      assertThat(sum).isCloseTo(1.0, offset(1e-12));
    }
    assertThat(get(rows, "a/1", "entropy")).isCloseTo(0.0, offset(1e-15));
  }

  @Test
  void frozenWeightsComeFromTheCaller() {
    WeightScheme frozen = scheme("equal", Within.SYSTEM, Scope.FROZEN, Map.of());
    Dataset<Row> earlier = new Weights(TWO).of(values(), List.of(scheme("fixed")), Map.of());
    Map<String, Row> rows =
        Frames.by(
            new Weights(TWO)
                .of(values(), List.of(frozen, scheme("entropy")), Map.of("equal", earlier)),
            "scheme",
            "indicator_code");
    assertThat(rows).hasSize(8);
    assertThat(get(rows, "equal/a", "global_weight")).isCloseTo(0.375, offset(1e-15));
    assertThat(rows.get("equal/a").<String>getAs("weight_scope")).isEqualTo("frozen");
    assertThatThrownBy(() -> weights(frozen))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION));
  }

  @Test
  void unknownMethodsAreNamed() {
    assertThatThrownBy(() -> weights(scheme("entrpy")))
        .hasMessageContaining("'entrpy' is unknown")
        .hasMessageContaining(
            "[combined, critic, critic-improved, cv, entropy, equal, fixed, pca]");
  }

  /** What the kernel gives, bit for bit, for every method, scope and partitioning. */
  @Test
  void rowsHoldTheWeightsOfTheKernel() {
    List<String> codes = TWO.indicators().stream().map(Indicator::code).toList();
    Random random = new Random(6);
    List<String> units = new ArrayList<>();
    int[] years = new int[24];
    List<Row> rows = new ArrayList<>();
    double[] raw = new double[years.length * codes.size()];
    double[] shares = new double[raw.length];
    for (int i = 0; i < years.length; i++) {
      units.add("u" + i / 2);
      years[i] = 1 + i % 2;
      for (int j = 0; j < codes.size(); j++) {
        int at = i * codes.size() + j;
        boolean isMissing = random.nextInt(9) == 0;
        raw[at] = isMissing ? Double.NaN : Math.exp(random.nextGaussian());
        shares[at] = isMissing ? Double.NaN : random.nextDouble();
        rows.add(
            row(
                units.get(i),
                years[i],
                codes.get(j),
                isMissing ? null : raw[at],
                isMissing ? null : shares[at]));
      }
    }
    PackedPanel values = new PackedPanel(units, years, codes, raw);
    Normalised panel = new Normalised(values, values.with(shares));
    Dataset<Row> frame =
        Frames.of(
                "unit_id string, year int, indicator_code string, value double, normalised double",
                rows)
            .repartition(3);
    List<WeightScheme> schemes = new ArrayList<>();
    for (String method : WeightingMethods.names()) {
      for (Scope scope : List.of(Scope.POOLED, Scope.YEARLY)) {
        schemes.add(kernelScheme(method, scope));
      }
    }
    Map<String, Row> found =
        Frames.by(
            new Weights(TWO).of(frame, schemes, Map.of()), "scheme", "indicator_code", "year");
    int compared = 0;
    for (WeightScheme scheme : schemes) {
      for (Weight weight : org.renxing.weights.Weights.of(panel, TWO, scheme)) {
        Row row = found.get(scheme.id() + "/" + weight.indicator() + "/" + weight.year());
        assertThat(row.<Double>getAs("weight")).as(row.toString()).isEqualTo(weight.weight());
        assertThat(row.<Double>getAs("global_weight")).isEqualTo(weight.globalWeight());
        assertThat(row.<String>getAs("system")).isEqualTo(weight.system());
        assertThat(row.isNullAt(row.fieldIndex("sd")))
            .isEqualTo(Double.isNaN(weight.evidence().sd()));
        compared++;
      }
    }
    assertThat(found).hasSize(compared);
  }

  private static WeightScheme kernelScheme(String method, Scope scope) {
    boolean isCombined = method.equals("combined");
    WeightOptions options =
        new WeightOptions(
            WeightOptions.Basis.RAW,
            WeightOptions.Sigma.SAMPLE,
            WeightOptions.Retention.SHARE,
            WeightOptions.Combination.MEAN,
            isCombined ? List.of("entropy", "critic", "equal") : List.of(),
            false);
    return new WeightScheme(
        method + scope, method, Within.SYSTEM, scope, Optional.empty(), 0.25, Map.of(), options);
  }

  @Test
  void noRowsNoWeights() {
    Dataset<Row> none = values().limit(0);
    assertThat(new Weights(TWO).of(none, List.of(scheme("entropy")), Map.of()).count()).isZero();
  }
}
