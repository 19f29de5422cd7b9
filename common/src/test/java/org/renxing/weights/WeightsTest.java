package org.renxing.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.testing.Systems.index;
import static org.renxing.testing.Systems.leaf;
import static org.renxing.testing.Systems.node;
import static org.renxing.testing.Systems.scheme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.WeightOptions;
import org.renxing.model.WeightScheme;
import org.renxing.model.WeightScheme.Scope;
import org.renxing.model.WeightScheme.Within;
import org.renxing.normalisation.Normalised;
import org.renxing.panel.IndicatorVector;
import org.renxing.panel.PackedPanel;
import org.renxing.records.LocalRecords;
import org.renxing.testing.Spread;

class WeightsTest {
  private static final IndexSystem TWO =
      index(
          node("s", 3, leaf("a", "a"), node("c", leaf("b", "b"), leaf("d", "d"))),
          node("e", 1, leaf("f", "f")));

  private static IndicatorVector vector(String unit, int year, double... normalised) {
    return IndicatorVector.of(unit, year, new double[] {1, 1, 1, 1}, normalised);
  }

  private static LocalRecords<IndicatorVector> values() {
    return LocalRecords.of(
        List.of(
            vector("u", 1, 0.0, 0.2, 0.5, 0.9),
            vector("v", 1, 1.0, 0.6, 0.7, 0.1),
            vector("u", 2, 0.5, 0.2, 0.1, 0.9),
            vector("v", 2, 0.6, 0.8, 0.7, 0.2)));
  }

  /** By indicator and year. */
  private static Map<String, Weight> weights(WeightScheme scheme) {
    WeightingPlan plan = WeightingPlan.of(TWO, scheme);
    List<Weight> all =
        plan.method().isStated()
            ? Weights.stated(plan)
            : Weights.of(values(), List.of(plan)).get(0);
    Map<String, Weight> out = new LinkedHashMap<>();
    all.forEach(weight -> out.put(weight.indicator() + "/" + weight.year(), weight));
    return out;
  }

  @Test
  void equalWithinSystemsAndOverall() {
    Map<String, Weight> within = weights(scheme("equal"));
    assertThat(within.get("a/0").weight()).isCloseTo(1 / 3.0, offset(1e-15));
    assertThat(within.get("f/0").weight()).isEqualTo(1.0);
    assertThat(within.get("a/0").globalWeight()).isCloseTo(1 / 6.0, offset(1e-15));
    Map<String, Weight> overall = weights(scheme("equal", Within.OVERALL, Scope.POOLED, Map.of()));
    assertThat(overall.get("a/0").weight()).isEqualTo(0.25);
    assertThat(overall.get("f/0").globalWeight()).isEqualTo(0.25);
  }

  @Test
  void fixedFollowsTheTree() {
    Map<String, Weight> rows = weights(scheme("fixed"));
    assertThat(rows.get("a/0").weight()).isCloseTo(0.5, offset(1e-15));
    assertThat(rows.get("b/0").weight()).isCloseTo(0.25, offset(1e-15));
    assertThat(rows.get("a/0").globalWeight()).isCloseTo(0.375, offset(1e-15));
    assertThat(rows.get("f/0").globalWeight()).isCloseTo(0.25, offset(1e-15));
  }

  @Test
  void statedSystemWeightsHoldInTheWhole() {
    Map<String, Double> stated = Map.of("s", 1.0, "e", 4.0);
    for (Within within : Within.values()) {
      Map<String, Weight> rows = weights(scheme("entropy", within, Scope.POOLED, stated));
      double s =
          rows.get("a/0").globalWeight()
              + rows.get("b/0").globalWeight()
              + rows.get("d/0").globalWeight();
      assertThat(s).as("%s", within).isCloseTo(0.2, offset(1e-12));
      assertThat(rows.get("f/0").globalWeight()).isCloseTo(0.8, offset(1e-12));
    }
    assertThatThrownBy(
            () -> weights(scheme("entropy", Within.SYSTEM, Scope.POOLED, Map.of("s", 1.0))))
        .hasMessageContaining("system-weights");
  }

  @Test
  void yearlyWeightsSumToOneInEachYear() {
    Map<String, Weight> rows = weights(scheme("entropy", Within.SYSTEM, Scope.YEARLY, Map.of()));
    assertThat(rows).hasSize(8);
    for (int year = 1; year <= 2; year++) {
      double sum = 0;
      for (String code : List.of("a", "b", "d", "f")) {
        sum += rows.get(code + "/" + year).globalWeight();
      }
      assertThat(sum).isCloseTo(1.0, offset(1e-12));
    }
    assertThat(rows.get("a/1").evidence().entropy()).isCloseTo(0.0, offset(1e-15));
  }

  @Test
  void unknownMethodsAreNamed() {
    assertThatThrownBy(() -> weights(scheme("entrpy")))
        .hasMessageContaining("'entrpy' is unknown")
        .hasMessageContaining(
            "[combined, critic, critic-improved, cv, entropy, equal, fixed, pca]");
  }

  /** A panel at once and row by row, here and distributed: bit for bit, all methods and scopes. */
  @Test
  void rowsGiveTheWeightsOfThePanel() {
    List<String> codes = TWO.indicators().stream().map(Indicator::code).toList();
    Random random = new Random(6);
    List<String> units = new ArrayList<>();
    int[] years = new int[24];
    List<IndicatorVector> rows = new ArrayList<>();
    double[] raw = new double[years.length * codes.size()];
    double[] shares = new double[raw.length];
    for (int i = 0; i < years.length; i++) {
      units.add("u" + i / 2);
      years[i] = 1 + i % 2;
      double[] values = new double[codes.size()];
      double[] normalised = new double[codes.size()];
      for (int j = 0; j < codes.size(); j++) {
        boolean isMissing = random.nextInt(9) == 0;
        values[j] = isMissing ? Double.NaN : Math.exp(random.nextGaussian());
        normalised[j] = isMissing ? Double.NaN : random.nextDouble();
      }
      System.arraycopy(values, 0, raw, i * codes.size(), codes.size());
      System.arraycopy(normalised, 0, shares, i * codes.size(), codes.size());
      rows.add(IndicatorVector.of(units.get(i), years[i], values, normalised));
    }
    PackedPanel values = new PackedPanel(units, years, codes, raw);
    Normalised panel = new Normalised(values, values.with(shares));
    List<WeightScheme> schemes = new ArrayList<>();
    for (String method : WeightingMethods.names()) {
      for (Scope scope : List.of(Scope.POOLED, Scope.YEARLY)) {
        if (!WeightingMethods.of(method).isStated()) {
          schemes.add(optioned(method, scope));
        }
      }
    }
    List<WeightingPlan> plans = schemes.stream().map(s -> WeightingPlan.of(TWO, s)).toList();
    List<List<Weight>> expected =
        schemes.stream().map(scheme -> Weights.of(panel, TWO, scheme)).toList();
    // records compare doubles by their bits
    Spread.ways(rows).forEach(way -> assertThat(Weights.of(way, plans)).isEqualTo(expected));
    assertThat(expected).hasSize(12).allMatch(weights -> weights.size() >= codes.size());
  }

  private static WeightScheme optioned(String method, Scope scope) {
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
    WeightingPlan plan = WeightingPlan.of(TWO, scheme("entropy"));
    assertThat(Weights.of(LocalRecords.none(), List.of(plan)).get(0)).isEmpty();
  }
}
