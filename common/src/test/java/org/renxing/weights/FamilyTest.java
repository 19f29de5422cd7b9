package org.renxing.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.renxing.weights.Matrices.get;
import static org.renxing.weights.Matrices.options;
import static org.renxing.weights.Matrices.plain;
import static org.renxing.weights.Matrices.scaled;
import static org.renxing.weights.Matrices.scheme;
import static org.renxing.weights.Matrices.weights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.IndexSystem;
import org.renxing.model.RenxingException;
import org.renxing.model.WeightOptions;
import org.renxing.model.WeightOptions.Basis;
import org.renxing.model.WeightOptions.Combination;
import org.renxing.model.WeightOptions.Retention;
import org.renxing.model.WeightOptions.Sigma;
import org.renxing.model.WeightScheme;
import org.renxing.normalisation.Normalised;
import org.renxing.testing.Systems;

/** Coefficient of variation, principal components, combinations and printed system weights. */
class FamilyTest {
  private static final double[][] DATA = {{1, 2, 9}, {2, 7, 4}, {4, 3, 8}, {9, 5, 1}, {5, 8, 3}};

  private static WeightScheme combined(Combination how, String... parts) {
    WeightOptions d = WeightOptions.DEFAULT;
    return scheme(
        "combined", new WeightOptions(d.basis(), d.sigma(), d.keep(), how, List.of(parts), false));
  }

  private static double sum(Map<String, Weight> rows) {
    return rows.values().stream().mapToDouble(w -> w.weight()).sum();
  }

  /** The mean, or the range, is beyond a double: no weight, and no NaN, 0 or equal shares. */
  @ParameterizedTest
  @CsvSource({
    // of the first column: its values, whether they are too large, and the methods that are asked
    "-1e308, 1e308, 0, true, critic",
    "1e308, 1.5e308, 1e308, true, entropy cv critic critic-improved pca",
    "-1.7e308, -1e307, 1.7e308, true, entropy",
    "0, 1e285, 2, true, cv",
    "0, 1e280, 2e280, false, entropy critic",
    "0, 1e-300, 3e-300, false, pca"
  })
  void rangesBeyondADouble(
      double first, double second, double third, boolean isTooLarge, String methods) {
    Normalised values =
        plain(new double[] {first, 1}, new double[] {second, 3}, new double[] {third, 2});
    for (String method : methods.split(" ", -1)) {
      Weight row = weights(values, 2, method).get("C1");
      if (method.equals("entropy") && first < 0) {
        assertThat(row.weight()).isNaN();
      } else {
        String reason = isTooLarge ? "TOO_LARGE" : "";
        assertThat(row.reason()).as(method).isEqualTo(reason);
        assertThat(Double.isNaN(row.weight())).as(method).isEqualTo(isTooLarge);
      }
    }
  }

  @Test
  void variationOverMean() {
    // by hand: columns (1, 3) and (2, 3): σ/mean 1/2 and 1/5
    Map<String, Weight> rows = weights(plain(new double[] {1, 2}, new double[] {3, 3}), 2, "cv");
    assertThat(get(rows, "C1", "variation")).isEqualTo(0.5);
    assertThat(get(rows, "C1", "weight")).isCloseTo(5 / 7.0, offset(1e-15));
    var sample = scheme("cv", options(Basis.RAW, Sigma.SAMPLE));
    Map<String, Weight> raw = weights(scaled(new double[] {1, 2}, new double[] {3, 3}), 2, sample);
    assertThat(get(raw, "C1", "sd")).isCloseTo(Math.sqrt(2), offset(1e-15));
    assertThat(get(raw, "C1", "weight")).isCloseTo(5 / 7.0, offset(1e-15));
    Map<String, Weight> mixed = weights(plain(new double[] {-1, 2}, new double[] {1, 3}), 2, "cv");
    assertThat(mixed.get("C1").reason()).isEqualTo("NEAR_ZERO_MEAN");
    // far from 0 on the other side a mean counts by its size
    Map<String, Weight> below = weights(plain(new double[] {-1, 2}, new double[] {-3, 3}), 2, "cv");
    assertThat(get(below, "C1", "weight")).isCloseTo(5 / 7.0, offset(1e-15));
  }

  /** For r = 0.5, 0.5, 0.5 the first component is (1, 1, 1)/√3 with λ = 2, the others have 0.5. */
  @Test
  void principalComponentsOfKnownMatrices() {
    double[][] alike = {{1, .5, .5}, {.5, 1, .5}, {.5, .5, 1}};
    assertThat(PrincipalComponents.importances(alike, false))
        .usingComparatorWithPrecision(1e-14)
        .containsExactly(1 / Math.sqrt(3), 1 / Math.sqrt(3), 1 / Math.sqrt(3));
    // one pair with r = 0.8, and one alone: λ = 1.8, 1, 0.2; only the first exceeds 1
    double[][] pair = {{1, .8, 0}, {.8, 1, 0}, {0, 0, 1}};
    assertThat(PrincipalComponents.importances(pair, false))
        .usingComparatorWithPrecision(1e-14)
        .containsExactly(Math.sqrt(.5), Math.sqrt(.5), 0);
    // 1.8/3 is under 85 %, 2.8/3 over it: two components
    assertThat(PrincipalComponents.importances(pair, true))
        .usingComparatorWithPrecision(1e-14)
        .containsExactly(1.8 * Math.sqrt(.5) / 2.8, 1.8 * Math.sqrt(.5) / 2.8, 1 / 2.8);
    assertThat(PrincipalComponents.importances(new double[0][0], false)).isEmpty();
  }

  @Test
  void principalComponentsOfAPanel() {
    // C2 = −C1 up to scale: λ = 2 and 0, both load alike; the constant gets nothing
    double[][] rows = {{1, 9, 4}, {2, 7, 4}, {4, 3, 4}};
    Map<String, Weight> weights = weights(scaled(rows), 3, "pca");
    assertThat(get(weights, "C1", "weight")).isCloseTo(0.5, offset(1e-12));
    assertThat(get(weights, "C2", "weight")).isCloseTo(0.5, offset(1e-12));
    assertThat(get(weights, "C3", "weight")).isZero();
    assertThat(weights.get("C3").reason()).isEqualTo("CONSTANT");
    WeightOptions d = WeightOptions.DEFAULT;
    var share =
        scheme(
            "pca",
            new WeightOptions(
                d.basis(), d.sigma(), Retention.SHARE, d.combination(), List.of(), false));
    assertThat(sum(weights(scaled(DATA), 3, share))).isCloseTo(1, offset(1e-12));
  }

  @Test
  void productAndMeanOfParts() {
    Map<String, Weight> entropy = weights(scaled(DATA), 3, "entropy");
    Map<String, Weight> critic = weights(scaled(DATA), 3, "critic-improved");
    var product = combined(Combination.PRODUCT, "entropy", "critic-improved");
    var mean = combined(Combination.MEAN, "entropy", "critic-improved", "equal");
    Map<String, Weight> multiplied = weights(scaled(DATA), 3, product);
    Map<String, Weight> averaged = weights(scaled(DATA), 3, mean);
    double total = 0;
    for (String code : entropy.keySet()) {
      total += get(entropy, code, "weight") * get(critic, code, "weight");
    }
    for (String code : entropy.keySet()) {
      double e = get(entropy, code, "weight");
      double c = get(critic, code, "weight");
      assertThat(get(multiplied, code, "weight")).isCloseTo(e * c / total, offset(1e-13));
      assertThat(get(averaged, code, "weight")).isCloseTo((e + c + 1 / 3.0) / 3, offset(1e-13));
      assertThat(get(multiplied, code, "conflict")).isEqualTo(get(critic, code, "conflict"));
    }
  }

  @Test
  void partsThatCannotSayMakeTheWholeUnsaid() {
    var scheme = combined(Combination.PRODUCT, "entropy", "critic");
    Map<String, Weight> rows =
        weights(plain(new double[] {-1, 2}, new double[] {1, 3}, new double[] {4, 1}), 2, scheme);
    assertThat(rows.get("C1").weight()).isNaN();
    assertThat(rows.get("C1").reason()).isEqualTo("NEGATIVE_VALUE");
    double[][] flat = {{1, 2, 5}, {1, 3, 1}, {1, 9, 2}};
    Map<String, Weight> mean =
        weights(scaled(flat), 3, combined(Combination.MEAN, "equal", "critic-improved"));
    assertThat(get(mean, "C1", "weight")).isZero();
    assertThat(sum(mean)).isCloseTo(1, offset(1e-14));
  }

  @Test
  void partsAreCheckedByName() {
    assertThatThrownBy(() -> combined(Combination.MEAN, "entropy"))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("two methods or more");
    assertThatThrownBy(() -> weights(scaled(DATA), 3, combined(Combination.MEAN)))
        .hasMessageContaining("needs parts");
    var nested = combined(Combination.MEAN, "entropy", "combined");
    assertThatThrownBy(() -> weights(scaled(DATA), 3, nested)).hasMessageContaining("itself");
  }

  @Test
  void yearlyPartsMeetStatedOnes() {
    WeightOptions d = WeightOptions.DEFAULT;
    var parts =
        new WeightOptions(
            d.basis(), d.sigma(), d.keep(), Combination.MEAN, List.of("equal", "cv"), false);
    var yearly =
        new WeightScheme(
            "c",
            "combined",
            WeightScheme.Within.OVERALL,
            WeightScheme.Scope.YEARLY,
            Optional.empty(),
            0,
            Map.of(),
            parts);
    Map<String, Weight> rows = weights(scaled(DATA), 3, yearly);
    assertThat(rows).hasSize(3);
    assertThat(rows.get("C1").year()).isEqualTo(2020);
    assertThat(sum(rows)).isCloseTo(1, offset(1e-14));
  }

  /** R's eq. 8 prints system weights that sum to 0.98; they hold as they are. */
  @Test
  void printedSystemWeightsHoldAsTheyStand() {
    IndexSystem two =
        Systems.index(
            Systems.node("s", Systems.leaf("C1", "x"), Systems.leaf("C2", "x")),
            Systems.node("e", Systems.leaf("C3", "x")));
    WeightOptions d = WeightOptions.DEFAULT;
    var printed =
        new WeightScheme(
            "published",
            "critic-improved",
            WeightScheme.Within.OVERALL,
            WeightScheme.Scope.POOLED,
            Optional.empty(),
            0,
            Map.of("s", 0.6, "e", 0.38),
            new WeightOptions(d.basis(), d.sigma(), d.keep(), d.combination(), List.of(), true));
    Map<String, Weight> rows = weights(scaled(DATA), two, printed);
    assertThat(get(rows, "C1", "global_weight") + get(rows, "C2", "global_weight"))
        .isCloseTo(0.6, offset(1e-15));
    assertThat(get(rows, "C3", "global_weight")).isEqualTo(0.38);
    assertThat(get(rows, "C1", "global_weight") / get(rows, "C2", "global_weight"))
        .isCloseTo(get(rows, "C1", "weight") / get(rows, "C2", "weight"), offset(1e-13));
  }
}
