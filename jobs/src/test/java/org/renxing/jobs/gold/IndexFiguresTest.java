package org.renxing.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.jobs.gold.HandRow.A;
import static org.renxing.jobs.gold.HandRow.B;
import static org.renxing.jobs.gold.HandRow.C;

import org.junit.jupiter.api.Test;

/**
 * Panel, index, rankings, coupling, efficiency and inequality of {@link HandScenario}, by hand. In
 * 2015 the four cities have a = .2 .8 .2 .8, b = .2 .2 .8 .8 and c = d = .2 .4 .6 .8; s weighs a by
 * 3/4 and b by 1/4, e weighs c and d alike, the whole both systems. So s = .2 .65 .35 .8, e = .2 .4
 * .6 .8 and overall = .2 .525 .475 .8.
 */
class IndexFiguresTest {
  private static final String OVERALL = "score.fixed.overall";

  @Test
  void unitsAndIndicators() {
    assertThat(HandScenario.rows("dim_unit")).hasSize(4);
    HandRow.of("dim_unit", "unit_id", A)
        .has("code", A, "level", "prefecture_city", "region3", "east", "is_newest", true);
    assertThat(HandScenario.rows("dim_indicator")).hasSize(4);
    HandRow.of("dim_indicator", "indicator_code", "b")
        .has("system", "s", "criterion", null, "direction", "+", "expression", "yb");
  }

  @Test
  void panel() {
    assertThat(HandScenario.rows("indicator_value_unit_year")).hasSize(4 * 5 * 4);
    HandRow.of("indicator_value_unit_year", "unit_id", B, "year", 2017, "indicator_code", "c")
        .has("raw_value", 0.8, "normalised", 0.8, "bound_lower", 0.0, "bound_upper", 1.0)
        .has("is_imputed", false, "source_id", "book", "missing_reason", null);
    assertThat(HandScenario.rows("comparability_unit_year", "flag", "")).hasSize(4 * 5);
    HandRow.of("comparability_unit_year", "unit_id", A, "year", 2019)
        .has("has_boundary_break", false, "share_imputed", 0.0, "n_suspect", 0, "n_merged", 0);
    HandRow.of("indicator_quality", "indicator_code", "c")
        .has("n", 20, "n_missing", 0, "minimum", 0.2, "maximum", 0.8, "flag", "");
    // all four are complete; whom the panel leaves out is in PanelIT
    assertThat(HandScenario.rows("panel_exclusion_unit")).isEmpty();
  }

  @Test
  void index() {
    HandRow.of("indicator_weight", "indicator_code", "a")
        .has("system", "s", "weight", 0.75, "global_weight", 0.375, "scheme", "fixed");
    HandRow.of("index_score_unit_year", "unit_id", B, "year", 2015, "system", "s")
        .has("score", 0.65, "contribution", 0.325, "system_weight", 0.5, "rank", 2, "depth", 1);
    // one of three others is better
    HandRow.of("index_score_unit_year", "unit_id", B, "year", 2015, "system", "overall")
        .has("score", 0.525, "contribution", 0.525, "rank", 2, "percentile", 2.0 / 3);
    // squares of .3 .025 .025 .3 are .18125 over n - 1 = 3
    HandRow.of("index_summary_year", "system", "overall", "group_type", "all", "year", 2015)
        .has("n", 4, "mean", 0.5, "sd", Math.sqrt(0.18125 / 3), "min", 0.2, "max", 0.8)
        .has("cv", 2 * Math.sqrt(0.18125 / 3), "above_mean", 2, "growth", null);
    HandRow.of("index_summary_year", "system", "overall", "group_value", "east", "year", 2019)
        .has("n", 2, "mean", 0.5625, "growth_since_first", 0.5625 / 0.3625 - 1);
    HandRow.of("index_summary_unit", "system", "overall", "unit_id", B)
        .has("n_years", 5, "mean", 0.605, "min", 0.525, "max", 0.725, "n_above_mean", 4)
        .has("rank_first", 2, "rank_last", 3, "is_always_above_mean", false);
    HandRow.of("index_summary_unit", "system", "overall", "unit_id", A)
        .has("score_first", 0.2, "score_last", 0.6, "change", 0.4, "growth", 2.0);
  }

  /**
   * All years are compared, so that each indicator goes from .2 to .8; in the whole a weighs 3/8, b
   * 1/8, c and d 1/4. A has .4 of all in 2017: a third of the way, and two thirds to go.
   */
  @Test
  void rankings() {
    HandRow.of("ranking_unit_year", "unit_id", A, "year", 2017, "method", "topsis")
        .has("score", 1.0 / 3, "rank", 4, "scheme", "fixed", "reason", null);
    // .5 * .6 / (.4 + .5 * .6) in each indicator
    HandRow.of("ranking_unit_year", "unit_id", A, "year", 2017, "method", "grey-relational")
        .has("score", 3.0 / 7, "rank", 4);
    HandRow.of("ranking_unit_year", "unit_id", A, "year", 2017, "method", "vikor")
        .has("score", 2.0 / 3, "rank", 3);
    HandRow.of("ranking_unit_year", "unit_id", C, "year", 2017, "method", "vikor")
        .has("score", (0.325 / 0.6 + 1) / 2, "rank", 4);
    // of 20, a and b are each one of the six least, c and d the least
    HandRow.of("ranking_unit_year", "unit_id", A, "year", 2015, "method", "rank-sum-ratio")
        .has("score", (3 * 3.5 + 3.5 + 4 * 1) / (8 * 20), "rank", 4);
    // order of the year by TOPSIS and by scores: D B C A; by RSR: D C B A
    HandRow.of(
            "ranking_agreement",
            "year",
            2015,
            "method_a",
            "arithmetic",
            "method_b",
            "topsis",
            "scheme",
            "fixed")
        .has("n", 4, "spearman", 1.0, "kendall", 1.0);
    HandRow.of(
            "ranking_agreement",
            "year",
            2015,
            "method_a",
            "topsis",
            "method_b",
            "rank-sum-ratio",
            "scheme",
            "fixed")
        .has("n", 4, "spearman", 0.8, "kendall", 2.0 / 3);
    assertThat(HandScenario.rows("ranking_agreement")).hasSize(5 * 10);
  }

  /** With two systems of equal weight C T = sqrt(s e), so D is the fourth root of s e. */
  @Test
  void coupling() {
    HandRow.of("coupling_unit_year", "unit_id", B, "year", 2015)
        .has("s", 0.65, "e", 0.4, "t", 0.525, "c", Math.sqrt(0.26) / 0.525)
        .has("d", Math.sqrt(Math.sqrt(0.26)), "rank", 2, "reason", null)
        .has("coordination_level", "moderately coordinated");
    HandRow.of("coupling_unit_year", "unit_id", A, "year", 2015)
        .has("c", 1.0, "d", Math.sqrt(0.2), "coordination_level", "basically coordinated")
        .has("coordination_stage", "near disorder", "coupling_level", "highly coupled");
    HandRow.of("coupling_summary_year", "group_type", "all", "year", 2015)
        .has("n", 4, "mean_s", 0.5, "mean_e", 0.5, "mean_t", 0.5)
        .has("mean_d", (0.447213595500 + 0.714074191775 + 0.676947242771 + 0.894427191) / 4)
        .has("n_basically_coordinated", 1, "n_moderately_coordinated", 2)
        .has("n_highly_coordinated", 1, "n_highly_coupled", 4);
    HandRow.of("coupling_gain_unit", "unit_id", A)
        .has("gain", Math.sqrt(0.6) - Math.sqrt(0.2), "is_over_0_2", true, "year_last", 2019);
    // D of B is over .8 in 2017 alone: of the nine moves from the level one leads up
    HandRow.of(
            "coupling_transition",
            "from_level",
            "moderately coordinated",
            "to_level",
            "highly coordinated",
            "span",
            "adjacent")
        .has("n", 1, "share", 1.0 / 9);
    HandRow.of("coupling_transition", "from_level", "basically coordinated", "span", "first-last")
        .has("to_level", "moderately coordinated", "n", 1, "share", 1.0);
  }

  /** One input and one output: θ is s/e over the largest of them, .65/.4 = 1.625 of B. */
  @Test
  void efficiency() {
    HandRow.of("dea_score_unit_year", "unit_id", C, "year", 2015, "output_system", "s")
        .has("theta", 0.35 / 0.6 / 1.625, "slack_sum", 0.0, "status", "OK")
        .has("is_strongly_efficient", false);
    HandRow.of("dea_score_unit_year", "unit_id", B, "year", 2015, "output_system", "s")
        .has("theta", 1.0, "is_strongly_efficient", true, "is_weakly_efficient", true);
    // .2 of output are .2/.65 of B, which takes .4 of input for it
    HandRow.of("dea_peer_unit_year", "unit_id", A, "year", 2015, "output_system", "s")
        .has("peer_unit_id", B, "peer_year", 2015, "lambda", 0.2 / 0.65);
    HandRow.of(
            "dea_slack_unit_year",
            "unit_id",
            A,
            "year",
            2015,
            "output_system",
            "s",
            "variable",
            "e")
        .has("role", "input", "value", 0.2, "slack", 0.0, "target", 0.4 * 0.2 / 0.65);
    // 1/1.625, 1, .35/.975 and 1/1.625
    HandRow.of("dea_summary_year", "output_system", "s", "group_type", "all", "year", 2015)
        .has("n", 4, "n_unscored", 0, "mean_theta", (2 / 1.625 + 1 + 0.35 / 0.975) / 4)
        .has("min_theta", 0.35 / 0.975, "max_theta", 1.0, "n_efficient", 1);
    HandRow.of("dea_summary_year", "output_system", "s", "group_value", "west", "year", 2015)
        .has("n", 2, "mean_theta", (1 / 1.625 + 0.35 / 0.975) / 2, "n_efficient", 0);
  }

  /** Overall is .2 and .525 in the east, .475 and .8 in the west; the mean is .5. */
  @Test
  void inequality() {
    // distances .325 .275 .6 .05 .275 .325 sum to 1.85, each twice, over 2 · 16 · .5
    HandRow.of("inequality_year", "measure", OVERALL, "grouping", "region3", "year", 2015)
        .has("n", 4, "n_groups", 2, "mean", 0.5, "gini", 3.7 / 16)
        .has("within", 0.08125, "between", 0.1375, "transvariation", 0.0125)
        .has("between_share", 0.1375 / 0.23125, "cv", 2 * Math.sqrt(0.18125 / 3))
        // ln .4, 1.05, .95 and 1.6, worked out elsewhere
        .has("theil_t", 0.096997639188311, "theil_l", 0.112197558211634)
        .has("atkinson_05", 0.050963046476880);
    // 2 · .325 over 2 · 4 · .3625; half of the units, .725 of 2 of the values
    HandRow.of("inequality_group_year", "measure", OVERALL, "group_value", "east", "year", 2015)
        .has("n", 2, "mean", 0.3625, "gini", 0.65 / 2.9, "population_share", 0.5)
        .has("value_share", 0.3625);
    // west less east: .275 .6 -.05 .275, so d = 1.15/4 and p = .05/4, over means that sum to 1
    HandRow.of("inequality_pair_year", "measure", OVERALL, "year", 2015)
        .has("higher_group", "west", "gini_between", 0.3, "d_jh", 0.2875, "p_jh", 0.0125)
        .has("relative_affluence", 0.275 / 0.3, "between", 0.1375, "transvariation", 0.0125);
    assertThat(HandScenario.rows("inequality_year", "measure", "d.s-e", "year", 2015)).hasSize(2);
  }
}
