package org.renxing.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Grunfeld's investment of 10 firms, as R's plm and Stata have it. */
class PanelCasesTest {
  private final Map<String, RegressionFit> fits = new HashMap<>();
  private RegressionCase data;
  private PanelRows panel;
  private RandomEffects random;

  @BeforeEach
  void fit() throws IOException {
    data = RegressionCase.of("panel_grunfeld");
    Frame frame = data.frame("firm", "year");
    panel = frame.panel().orElseThrow();
    DesignMatrix design = Formula.parse("inv ~ value + capital").design(frame);
    random = RandomEffects.of(design, panel);
    fits.put("pooling", LeastSquares.panel(design, panel, Effects.NONE));
    fits.put("fe_individual", LeastSquares.panel(design, panel, Effects.UNIT));
    fits.put("fe_time", LeastSquares.panel(design, panel, Effects.TIME));
    fits.put("fe_twoways", LeastSquares.panel(design, panel, Effects.TWOWAY));
    fits.put("random", random.fit());
    fits.put("between", RandomEffects.between(design, panel));
  }

  @Test
  void coefficientsAndErrors() {
    int compared =
        data.compare(
            (quantity, key) -> {
              RegressionFit fit = fits.get(key.split(":", -1)[0]);
              if (fit == null) {
                return Optional.empty();
              }
              String term = key.substring(key.indexOf(':') + 1);
              return switch (quantity) {
                case "coef" -> Optional.of(fit.coefficient(term));
                case "rss" -> Optional.of(fit.residualSquares());
                case "r2" -> Optional.of(fit.r2());
                case "df_residual" -> Optional.of((double) fit.degreesOfFreedom());
                default ->
                    quantity.startsWith("se_")
                        ? error(fit, quantity, fit.terms().indexOf(term))
                        : Optional.empty();
              };
            });
    assertThat(compared).isGreaterThan(150);
  }

  private Optional<Double> error(RegressionFit fit, String quantity, int place) {
    int[] unit = panel.unit();
    Covariance v =
        switch (quantity) {
          case "se_classic" -> Covariances.classic(fit);
          case "se_white_HC0" -> Covariances.hc1(fit, SmallSample.NONE);
          case "se_white_HC1" -> Covariances.hc1(fit, SmallSample.TERMS);
          case "se_white_HC1_lsdv" -> Covariances.hc1(fit, SmallSample.DUMMIES);
          case "se_white_HC3" -> Covariances.hc3(fit, SmallSample.TERMS);
          case "se_white_HC3_lsdv" -> Covariances.hc3(fit, SmallSample.DUMMIES);
          case "se_cluster_unit_HC0" -> Covariances.clustered(fit, unit, SmallSample.NONE);
          case "se_cluster_unit_sss", "se_cluster_unit_stata_regress" ->
              Covariances.clustered(fit, unit, SmallSample.TERMS);
          case "se_cluster_unit_stata_xtreg" ->
              Covariances.clustered(fit, unit, SmallSample.CONSTANT);
          case "se_cluster_unit_stata_areg" ->
              Covariances.clustered(fit, unit, SmallSample.DUMMIES);
          // Driscoll and Kraay without lags are sums by time
          case "se_cluster_time_HC0" -> Covariances.driscollKraay(fit, 0, SmallSample.NONE);
          default -> null;
        };
    return Optional.ofNullable(v).map(x -> x.standardError(place));
  }

  @Test
  void tests() {
    TestStatistic hausman = PanelTests.hausman(fits.get("fe_individual"), random.fit());
    TestStatistic unit = PanelTests.effects(fits.get("pooling"), fits.get("fe_individual"));
    TestStatistic twoway = PanelTests.effects(fits.get("pooling"), fits.get("fe_twoways"));
    TestStatistic lagrange = PanelTests.breuschPagan(fits.get("pooling"));
    int compared =
        data.compare(
            (quantity, key) -> {
              TestStatistic effects = key.equals("fe_twoways") ? twoway : unit;
              return switch (quantity) {
                case "hausman_chisq" -> Optional.of(hausman.value());
                case "hausman_df" -> Optional.of(hausman.degreesOfFreedom());
                case "hausman_p" -> Optional.of(hausman.pValue());
                case "F_effects" -> Optional.of(effects.value());
                case "F_effects_df1" -> Optional.of(effects.degreesOfFreedom());
                case "F_effects_df2" -> Optional.of(effects.denominator());
                case "F_effects_p" -> Optional.of(effects.pValue());
                case "breusch_pagan_lm" -> Optional.of(lagrange.value());
                case "breusch_pagan_lm_p" -> Optional.of(lagrange.pValue());
                case "sigma2_idios" -> Optional.of(random.errorVariance());
                case "sigma2_id" -> Optional.of(random.effectVariance());
                case "theta" -> Optional.of(random.theta()[0]);
                default -> Optional.empty();
              };
            });
    assertThat(compared).isEqualTo(24);
    assertThat(unit.pValue() / 8.7001466995539e-45).isCloseTo(1, within(1e-9));
  }
}
