package org.renxing.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.renxing.model.RenxingException;

/** Ridge regression against R's MASS, and what has no answer. */
class RidgeTest {
  private static int compare(RegressionCase data, Ridge ridge, Map<String, String> names) {
    return data.compare(
        (quantity, key) -> {
          if (!key.startsWith("lambda=")) {
            return Optional.empty();
          }
          String[] parts = key.substring("lambda=".length()).split(":", -1);
          Ridge.Estimates found = ridge.at(Double.parseDouble(parts[0]) / 16);
          String term = names.getOrDefault(parts[parts.length - 1], parts[parts.length - 1]);
          return Optional.of(
              switch (quantity) {
                case "gcv_mass" -> found.gcv();
                case "coef_standardised" -> ridge.standardised(found).get(term);
                case "lambda_to_k" -> found.penalty();
                default -> found.coefficients()[found.terms().indexOf(term)];
              });
        });
  }

  @Test
  void longley() throws IOException {
    RegressionCase data = RegressionCase.of("ridge_longley");
    Formula formula =
        Formula.parse(
            "gnp_deflator ~ gnp + unemployed + armed_forces + population + year + employed");
    Ridge ridge = Ridge.of(formula.design(data.frame()));
    assertThat(compare(data, ridge, Map.of())).isEqualTo(56);
    double best = 0;
    for (int i = 1; i <= 100; i++) {
      best = ridge.gcv(i * 0.001 / 16) < ridge.gcv(best) ? i * 0.001 / 16 : best;
    }
    assertThat(best * 16).isCloseTo(0.006, within(1e-12));
    assertThat(ridge.bestPenalty() * 16).isCloseTo(0.006, within(0.0005));
    assertThat(ridge.gcv(ridge.bestPenalty())).isLessThanOrEqualTo(ridge.gcv(best));
  }

  @Test
  void stirpat() throws IOException {
    RegressionCase data = RegressionCase.of("stirpat_ridge");
    Formula formula =
        Formula.parse("log(impact) ~ log(population) + log(gdp / population) + log(technology)");
    Map<String, String> names =
        Map.of("lP", "log(population)", "lA", "log(gdp / population)", "lT", "log(technology)");
    Ridge ridge = Ridge.of(formula.design(data.frame()));
    assertThat(compare(data, ridge, names)).isEqualTo(34);
    Ridge.Estimates none = ridge.at(0);
    int vifs =
        data.compare(
            (quantity, key) ->
                quantity.equals("vif_ols")
                    ? Optional.of(none.inflation()[none.terms().indexOf(names.get(key))])
                    : Optional.empty());
    assertThat(vifs).isEqualTo(3);
    RegressionFit ols = LeastSquares.pooled(formula.design(data.frame()));
    for (int j = 1; j < 4; j++) {
      assertThat(ols.inflation()[j]).isCloseTo(none.inflation()[j], within(1e-9));
      assertThat(ols.coefficients()[j]).isCloseTo(none.coefficients()[j], within(1e-11));
    }
  }

  /** Two equal terms share the coefficient of one, halved at a small penalty. */
  @Test
  void collinearTermsNeedAPenalty() {
    double[] x = {1, 2, 3, 5, 8};
    Frame frame =
        Frame.of(Map.of("y", new double[] {2, 4, 6, 10, 16}, "a", x, "b", x.clone(), "c", x));
    Ridge ridge = Ridge.of(Formula.parse("y ~ a + b").design(frame));
    assertThatThrownBy(() -> ridge.at(0))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("combinations of each other: [a, b]");
    Ridge.Estimates found = ridge.at(1e-8);
    assertThat(found.coefficients()[1]).isCloseTo(1, within(1e-6));
    assertThat(found.coefficients()[2]).isCloseTo(1, within(1e-6));
  }

  @Test
  void constantTermsHaveAReason() {
    Frame frame =
        Frame.of(
            Map.of(
                "y", new double[] {1, 2, 4, 8},
                "a", new double[] {1, 2, 3, 4},
                "c", new double[] {7, 7, 7, 7}));
    Ridge.Estimates found = Ridge.of(Formula.parse("y ~ a + c").design(frame)).at(0.1);
    assertThat(found.terms()).containsExactly("(Intercept)", "a");
    assertThat(found.absent()).containsEntry("c", "CONSTANT");
    assertThatThrownBy(() -> Ridge.of(Formula.parse("y ~ c").design(frame)))
        .hasMessageContaining("no term varies: [c]");
  }
}
