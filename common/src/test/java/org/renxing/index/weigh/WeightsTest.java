package org.renxing.index.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Frames.row;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;
import static org.renxing.testing.Systems.scheme;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexSystem;
import org.renxing.model.RenxingException;
import org.renxing.model.WeightScheme;
import org.renxing.model.WeightScheme.Scope;
import org.renxing.model.WeightScheme.Within;
import org.renxing.testing.Frames;

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
}
