package org.renxing.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Least squares against certified and published figures. */
class LeastSquaresCasesTest {
  /** NIST StRD Longley: ill-conditioned. */
  @Test
  void longley() throws IOException {
    RegressionCase data = RegressionCase.of("ols_longley_nist");
    RegressionFit fit =
        LeastSquares.pooled(Formula.parse("y ~ x1 + x2 + x3 + x4 + x5 + x6").design(data.frame()));
    Covariance classic = Covariances.classic(fit);
    int compared =
        data.compare(
            (quantity, key) ->
                Optional.of(
                    switch (quantity) {
                      case "coef" -> fit.coefficient(key);
                      case "se_classic" -> classic.standardError(fit.terms().indexOf(key));
                      case "residual_sd" -> Math.sqrt(fit.variance());
                      default -> fit.r2();
                    }));
    assertThat(compared).isEqualTo(16);
  }

  /** Longley (1967) as NIST certifies it: restated here, so that no file is needed. */
  @Test
  void longleyToElevenDigits() {
    RegressionFit fit =
        LeastSquares.pooled(
            Formula.parse("y ~ x1 + x2 + x3 + x4 + x5 + x6").design(Longley.frame()));
    Map<String, Double> certified =
        Map.of(
            "(Intercept)", -3482258.63459582,
            "x1", 15.0618722713733,
            "x2", -0.358191792925910E-01,
            "x3", -2.02022980381683,
            "x4", -1.03322686717359,
            "x5", -0.511041056535807E-01,
            "x6", 1829.15146461355);
    certified.forEach(
        (term, value) ->
            assertThat(fit.coefficient(term) / value).as(term).isCloseTo(1, within(1e-10)));
    assertThat(fit.fStatistic()).isCloseTo(330.285339234588, within(1e-8));
  }

  @Test
  void robustErrors() throws IOException {
    RegressionCase data = RegressionCase.of("ols_robust_macro");
    RegressionFit fit =
        LeastSquares.pooled(
            Formula.parse("g_realinv ~ g_realgdp + realint_lag").design(data.frame()));
    int compared =
        data.compare(
            (quantity, key) -> {
              Covariance v =
                  switch (quantity) {
                    case "se_const" -> Covariances.classic(fit);
                    case "se_HC0" -> Covariances.hc1(fit, SmallSample.NONE);
                    case "se_HC1" -> Covariances.hc1(fit, SmallSample.TERMS);
                    case "se_HC3" -> Covariances.hc3(fit, SmallSample.TERMS);
                    default -> null;
                  };
              return quantity.equals("coef")
                  ? Optional.of(fit.coefficient(key))
                  : Optional.ofNullable(v).map(x -> x.standardError(fit.terms().indexOf(key)));
            });
    assertThat(compared).isEqualTo(21);
  }
}
