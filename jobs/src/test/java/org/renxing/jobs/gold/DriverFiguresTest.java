package org.renxing.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Figures of drivers by hand. The response y, the score of e, and its candidates a and b: city A
 * has .2 to .6 in all three, B has a .8, b .2 and y .4 .6 .8 .6 .4, C has .2, .8 and .6, D .8
 * throughout.
 */
class DriverFiguresTest {
  /** About their mean .59 the squares of y are 7.58 − 20 · .3481. */
  private static final double TOTAL = 0.618;

  /** Two strata at .7, the median: of a A and C, B and D; of b A and B, C and D. */
  @Test
  void factors() {
    HandRow.of("driver_factor", "factor", "xa", "period", "all")
        .has("response", "score.fixed.e", "n", 20, "n_left_out", 0, "strata", 2)
        .has("discretisation", "quantile", "reason", null)
        // within: .9 + 1.8 − 10 · .25 and 1.68 + 3.2 − 10 · .68²
        .has("q", 1 - 0.456 / TOTAL, "f", 18 * (TOTAL - 0.456) / 0.456);
    HandRow.of("driver_factor", "factor", "xb", "period", "all").has("q", 1 - 0.376 / TOTAL);
    // four strata, the cities: .1 of A and .112 of B; .657 is more than .262 + .392
    HandRow.of("driver_interaction", "factor_a", "xa", "factor_b", "xb")
        .has("q_a", 1 - 0.456 / TOTAL, "q_b", 1 - 0.376 / TOTAL, "q_joint", 1 - 0.212 / TOTAL)
        .has("interaction", "enhance_nonlinear", "ecological_f", 0.456 / 0.376);
    HandRow.of("driver_risk", "factor", "xa", "stratum_a", 1, "stratum_b", 2)
        .has("mean_a", 0.5, "mean_b", 0.68, "difference", -0.18, "is_significant", true)
        .has("t", -0.18 / Math.sqrt((0.2 + 0.256) / 9 / 10));
  }

  /** A leaf has five rows or more, so that trees of ten do not split: no candidate counts. */
  @Test
  void learning() {
    Row first = HandScenario.only("driver_importance", "feature", "xa");
    double rmse = first.getAs("rmse");
    new HandRow("driver_importance", first)
        .has("method", "forest", "n", 20, "n_units", 4, "n_folds", 2, "rank", 1)
        .has("importance", 0.0, "r2_loss", 0.0, "r2", 1 - 20 * rmse * rmse / TOTAL);
    // .2 in A once and in C; .8 in B and D
    HandRow.of("driver_response_curve", "feature", "xa", "point", 1)
        .has("value", 0.2, "n", 6, "accumulated_effect", 0.0);
    HandRow.of("driver_response_curve", "feature", "xa", "point", 6)
        .has("value", 0.8, "n", 10, "accumulated_effect", 0.0);
  }

  /** Less the means of cities only A has an a, of slope 1; .112 of B's y is left of .212. */
  @Test
  void fixedEffects() {
    double error = Math.sqrt(0.112 / 15 / 0.1);
    HandRow.of("regression_coefficient", "model", "unit", "term", "xa")
        .has("method", "fixed", "estimate", 1.0, "std_error", error, "statistic", 1 / error)
        // t of 15 degrees: 2.131449545559323
        .has("conf_low", 1 - 2.131449545559323 * error, "vif", 1.0, "reason", null);
    HandRow.of("regression_fit", "model", "unit")
        .has("n", 20, "n_units", 4, "n_years", 5, "n_single", 0, "df_residual", 15)
        .has("r2", 0.1 / 0.212, "sigma", Math.sqrt(0.112 / 15), "f", 0.1 / (0.112 / 15))
        .has("formula", "`score.fixed.e` ~ xa", "effects", "unit", "reason", null);
    // pooled: about the means Saa 1.45, Say .45
    double pooled = TOTAL - 0.45 * 0.45 / 1.45;
    HandRow.of("regression_test", "model", "unit", "test", "f_effects")
        .has("statistic", (pooled - 0.112) / 3 / (0.112 / 15), "df1", 3.0, "df2", 15.0);
  }

  /** From 2017 on A is .25 above its years before, B .1, C and D 0. */
  @Test
  void events() {
    HandRow.of("regression_coefficient", "model", "named", "term", "treated")
        .has("estimate", 0.25 - 0.1 / 3, "method", "event");
    // against 2016: A −.1, B −.2 in 2015
    HandRow.of("regression_coefficient", "model", "named", "term", "lead_2")
        .has("estimate", -0.1 + 0.2 / 3);
    HandRow.of("regression_fit", "model", "named").has("n", 20, "n_units_treated", 1);
    HandRow.of("regression_test", "model", "named", "test", "parallel_trends").has("df1", 1.0);
  }

  /** A and B, C and D are each other's neighbours. */
  @Test
  void spatialEffects() {
    double rho = estimate("rho");
    HandRow.of("regression_fit", "model", "lag")
        .has("n", 20, "n_units", 4, "n_units_left_out", 0, "rho", rho, "lambda", null);
    double beta = estimate("xa");
    Row total = HandScenario.only("spatial_effect", "model", "lag", "effect", "total");
    Row direct = HandScenario.only("spatial_effect", "model", "lag", "effect", "direct");
    assertThat(total.<Double>getAs("estimate")).isCloseTo(beta / (1 - rho), within(1e-9));
    // of (I − ρW)⁻¹ where W² = I the diagonal is 1/(1 − ρ²)
    assertThat(direct.<Double>getAs("estimate")).isCloseTo(beta / (1 - rho * rho), within(1e-9));
  }

  private static double estimate(String term) {
    return HandScenario.only("regression_coefficient", "model", "lag", "term", term)
        .getAs("estimate");
  }
}
