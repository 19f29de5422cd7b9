package org.renxing.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renxing.jobs.gold.HandRow.A;
import static org.renxing.jobs.gold.HandRow.B;
import static org.renxing.jobs.gold.HandRow.C;
import static org.renxing.jobs.gold.HandRow.D;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * What explains the scores of {@link HandScenario}, by hand; the values of 2015 are in {@link
 * IndexFiguresTest}. Overall over the years: A .2 .3 .4 .5 .6, B .525 .625 .725 .625 .525, C .475
 * and D .8 all along.
 */
class ExplainedFiguresTest {
  private static final String OVERALL = "score.fixed.overall";
  private static final String D_PAIR = "d.s-e";

  /** Weights in the pair: a 3/8, b 1/8, c and d 1/4. */
  @Test
  void obstacles() {
    // .2 in all: the degrees are the weights
    HandRow.of("obstacle_unit_year", "unit_id", A, "year", 2015, "indicator_code", "a")
        .has("degree_pct", 37.5, "system_degree_pct", 75.0, "rank", 1, "order_no", 1)
        .has("cumulative_pct", 37.5, "n_indicators", 4, "reason", null);
    HandRow.of("obstacle_unit_year", "unit_id", A, "year", 2015, "indicator_code", "d")
        .has("degree_pct", 25.0, "rank", 2, "order_no", 3, "cumulative_pct", 87.5);
    // v w = .2 · .375, .8 · .125, .6 · .25 twice: .075 .1 .15 .15 of .475
    HandRow.of("obstacle_unit_year", "unit_id", B, "year", 2015, "indicator_code", "b")
        .has("degree_pct", 10 / 0.475, "system_degree_pct", 10 / 0.175, "rank", 2, "system", "s");
    // .8 · .375 of .525
    HandRow.of("obstacle_unit_year", "unit_id", C, "year", 2015, "indicator_code", "a")
        .has("degree_pct", 30 / 0.525, "rank", 1);
    HandRow.of("obstacle_summary", "code", "a", "class", "all", "year", 2015)
        .has("level", "indicator", "n", 4, "rank", 1)
        .has("mean_degree_pct", (37.5 + 7.5 / 0.475 + 30 / 0.525 + 37.5) / 4);
    // B and C are moderately coordinated
    HandRow.of("obstacle_summary", "code", "e", "class", "moderately coordinated", "year", 2015)
        .has("level", "system", "n", 2, "mean_degree_pct", (30 / 0.475 + 20 / 0.525) / 2);
  }

  /** c is .2 .4 .6 .8 with mean .5 and variance .05 (divisor n), a is .2 .8 .2 .8 with sd .3. */
  @Test
  void standings() {
    HandRow.of(
            "indicator_standing_unit_year",
            "unit_id",
            A,
            "year",
            2015,
            "kind",
            "weakness",
            "order_no",
            1)
        .has("indicator_code", "c", "normalised", 0.2, "mean", 0.5)
        .has("z", -0.3 / Math.sqrt(0.05), "percentile", 0.0);
    // lower than two of three others and level with the third: half of one
    HandRow.of("indicator_standing_unit_year", "unit_id", A, "year", 2015, "indicator_code", "a")
        .has("kind", "weakness", "order_no", 3, "z", -1.0, "percentile", 0.5 / 3);
    assertThat(HandScenario.rows("indicator_standing_unit_year", "unit_id", D, "year", 2015))
        .hasSize(3)
        .allMatch(row -> "strength".equals(row.getAs("kind")));
  }

  @Test
  void convergence() {
    // x = ln .2 .525 .475 .8 and y = ln 3 / 4, 0, 0, 0; least squares worked out elsewhere
    HandRow.of("convergence", "measure", OVERALL, "group_type", "all", "kind", "beta")
        .has("estimate", -0.217550674040495, "standard_error", 0.064819296429115)
        .has("r2", 0.849221701357898, "speed", 0.510445311647960, "n", 4, "reason", null);
    // ranks 1 3 2 4 and 3 2 1 4 differ by 2 1 1 0: 1 - 6 · 6 / 60
    HandRow.of("convergence", "measure", OVERALL, "group_type", "all", "kind", "rank")
        .has("estimate", 0.4, "standard_error", Math.sqrt(0.84 / 2), "n", 4);
    // coefficients of variation .491596 .387476 .320951 .247674 .238145 on the year
    HandRow.of("convergence", "measure", OVERALL, "group_type", "all", "kind", "sigma")
        .has("estimate", -0.064670415672879, "standard_error", 0.009370169327066, "n", 5);
    HandRow.of("convergence", "measure", OVERALL, "group_value", "east", "kind", "beta")
        .has("estimate", null, "n", 2, "reason", "FEWER_THAN_3_UNITS");
  }

  /**
   * Of the 20 values the quartiles lie at places 5.75, 10.5 and 15.25: .475, .525 and .74375. So A
   * goes Q1 Q1 Q1 Q2 Q3, B goes Q2 Q3 Q3 Q3 Q2, C stays in Q1 and D in Q4.
   */
  @Test
  void transitions() {
    HandRow.of("transition_matrix", "measure", OVERALL, "from_class", "Q1", "to_class", "Q2")
        .has("n", 1, "probability", 1.0 / 7);
    HandRow.of("transition_matrix", "measure", OVERALL, "from_class", "Q3", "to_class", "Q2")
        .has("n", 1, "probability", 1.0 / 3);
    HandRow.of("transition_matrix", "measure", OVERALL, "from_class", "Q4", "to_class", "Q4")
        .has("n", 4, "probability", 1.0);
    HandRow.of("transition_steady_state", "measure", OVERALL, "class", "Q3")
        .has("lower", 0.525, "upper", 0.74375, "n", 4, "share_first", 0.0, "share_last", 0.25)
        .has("probability", null, "reason", "ABSORBING");
    // the lowest level is left and never reached again
    HandRow.of("transition_steady_state", "measure", D_PAIR, "class", "basically coordinated")
        .has("n", 2, "share_first", 0.25, "share_last", 0.0, "reason", "REDUCIBLE");
  }

  /**
   * 2015: the quartiles .40625 and .59375 span .1875, over 1.34 below the standard deviation .2458.
   * The widest bandwidth of the years is that of 2017; the rest was worked out elsewhere.
   */
  @Test
  void densities() {
    List<Row> rows =
        HandScenario.rows("density_year", "measure", OVERALL, "year", 2015).stream()
            .sorted(Comparator.comparingDouble(row -> row.<Double>getAs("x")))
            .toList();
    assertThat(rows).hasSize(101);
    new HandRow("density_year", rows.get(0))
        .has("bandwidth", 0.9 * 0.1875 / 1.34 * Math.pow(4, -0.2), "n", 4)
        .has("x", 0.2 - 3 * 0.0954392427606827, "density", 0.011609116611397);
    new HandRow("density_year", rows.get(50))
        .has("x", 0.553861516005298, "density", 1.779739216775206);
    double area = 0;
    double step = rows.get(1).<Double>getAs("x") - rows.get(0).<Double>getAs("x");
    for (Row row : rows) {
      area += row.<Double>getAs("density") * step;
    }
    assertThat(area).isCloseTo(1, within(2e-3));
  }

  @Test
  void mobility() {
    HandRow.of("mobility_unit", "measure", OVERALL, "unit_id", A)
        .has("value_first", 0.2, "value_last", 0.6, "growth", 2.0, "rank_first", 4)
        .has("mean_annual_growth", Math.pow(3, 0.25) - 1, "rank_last", 2, "rank_change", 2)
        .has("class_first", "Q1", "class_last", "Q3", "n_turns", 0);
    HandRow.of("mobility_unit", "measure", OVERALL, "unit_id", B)
        .has("rank_first", 2, "rank_last", 3, "rank_change", -1, "n_turns", 1);
    // means of three years .625 .6583 .625
    HandRow.of("mobility_event_unit_year", "measure", OVERALL, "unit_id", B, "event", "peak")
        .has("year", 2017, "value", 0.725, "to_class", "Q3");
    HandRow.of(
            "mobility_event_unit_year",
            "measure",
            OVERALL,
            "unit_id",
            A,
            "event",
            "class_up",
            "year",
            2018)
        .has("from_class", "Q1", "to_class", "Q2");
    // .525 against a mean of .6
    HandRow.of("mobility_event_unit_year", "measure", OVERALL, "unit_id", B, "event", "below_mean")
        .has("year", 2019);
  }

  /**
   * A and B are each other's neighbours, and C and D. Deviations in 2015 are -.3, .025, -.025, .3,
   * their squares sum to .18125. Of the three ways to pair four values I is -.0075 · 4 over that,
   * .0075 · 4 over it, and -1: mean -1/3, mean square .351597.
   */
  @Test
  void space() {
    HandRow.of("spatial_autocorrelation_year", "measure", OVERALL, "year", 2015)
        .has("weights", "knn:1", "n", 4, "n_left_out", 0, "mean_neighbours", 1.0)
        .has("morans_i", -0.03 / 0.18125, "expected", -1.0 / 3)
        .has("sd", Math.sqrt((1 + 2 * Math.pow(0.03 / 0.18125, 2)) / 3 - 1.0 / 9))
        .has("permutations", 19, "reason", null);
    HandRow.of("local_moran_unit_year", "measure", OVERALL, "year", 2015, "unit_id", A)
        .has("value", 0.2, "standardised", -0.3 / Math.sqrt(0.18125 / 4))
        .has("lag", 0.025 / Math.sqrt(0.18125 / 4), "local_i", -0.0075 / (0.18125 / 4))
        .has("quadrant", "LH", "n_neighbours", 1);
    HandRow.of("local_moran_unit_year", "measure", OVERALL, "year", 2015, "unit_id", D)
        .has("quadrant", "HL");
  }

  /** a and b have one variance and no correlation; c and d are the same. */
  @Test
  void diagnosis() {
    HandRow.of("indicator_correlation", "indicator_a", "a", "indicator_b", "b", "year", 2015)
        .has("n", 4, "pearson", 0.0, "spearman", 0.0, "is_within_system", true)
        .has("is_redundant", false);
    HandRow.of("indicator_correlation", "indicator_a", "c", "indicator_b", "d", "year", 2015)
        .has("pearson", 1.0, "is_redundant", true, "is_contrary", false);
    // covariance .03 of deviations ∓.3 and -.3 -.1 .1 .3, over sd .3 and sqrt(.05)
    HandRow.of("indicator_correlation", "indicator_a", "a", "indicator_b", "c", "year", 2015)
        .has("pearson", 0.03 / (0.3 * Math.sqrt(0.05)), "is_within_system", false);
    HandRow.of("system_reliability", "system", "s", "year", 2015)
        .has("n", 4, "n_indicators", 2, "n_varying", 2, "cronbach_alpha", 0.0, "depth", 1)
        .has("mean_correlation", 0.0, "pc1_share", 0.5, "pc2_share", 0.5, "n_for_85_pct", 2);
    HandRow.of("system_reliability", "system", "e", "year", 2015)
        .has("cronbach_alpha", 1.0, "pc1_share", 1.0, "n_kaiser", 1, "n_for_85_pct", 1);
    // 9/16 over 10/16; without it ranks 4 2 3 1 become 2 2 1 1
    HandRow.of("indicator_influence", "system", "s", "indicator_code", "a", "year", 2015)
        .has("n", 4, "nominal_weight", 0.75, "effective_influence", 0.9)
        .has("correlation", Math.sqrt(0.9), "mean_abs_rank_change_if_removed", 1.0);
    HandRow.of("indicator_influence", "system", "s", "indicator_code", "b", "year", 2015)
        .has("effective_influence", 0.1, "mean_abs_rank_change_if_removed", 1.0);
  }

  /**
   * Two types of the 20 scores: .2 .3 .4 .475 (five times) .5 .525 .525 sum to 4.825, .6 .625 .625
   * .725 .8 (five times) to 6.575; no other split has a smaller sum of squares.
   */
  @Test
  void types() {
    HandRow.of("unit_type", "typology_id", "overall", "unit_id", A, "year", 2015)
        .has("type", 1, "type_name", "low", "distance", 4.825 / 11 - 0.2, "probability", null)
        .has("reason", null);
    // distances from the others of its type sum to .2 + .175 + .175 + .075, from the others to 8.8
    // - 4.825
    HandRow.of("unit_type", "typology_id", "overall", "unit_id", D, "year", 2019)
        .has("type", 2, "silhouette", 1 - (0.625 / 8) / ((8.8 - 4.825) / 11));
    HandRow.of("unit_type_profile", "typology_id", "overall", "type", 1)
        .has("n", 11, "share", 0.55, "mean", 4.825 / 11, "ordered_by", OVERALL, "reason", null)
        .has("medoid_unit_id", C, "medoid_year", 2015, "years", "2015..2019");
    HandRow.of("unit_type_selection", "typology_id", "overall", "k", 2)
        .has("n", 20, "n_left_out", 0, "is_chosen", true, "is_exact", true, "bic", null)
        .has("within", 0.1664267676767677, "reason", null);
    HandRow.of("unit_type_stability", "typology_id", "overall")
        .has("k", 2, "n_units", 4, "n", 20, "resamples", 3, "reason", null);
    // A rises in the last year, B in 2016; it falls in 2019; C and D stay
    HandRow.of("unit_type_transition", "is_pooled", true, "type_name_from", "low", "type_to", 2)
        .has("n", 2, "share", 2.0 / 9, "year_from", 2015, "year_to", 2019);
    HandRow.of("unit_type_transition", "year_from", 2018, "type_name_from", "high", "type_to", 1)
        .has("n", 1, "share", 0.5);
  }

  /** s of B is .65, e .4; of A both are .2. */
  @Test
  void lags() {
    HandRow.of("unit_type", "typology_id", "lag", "unit_id", B, "year", 2015)
        .has("type", 3, "type_name", "e lags", "distance", null, "silhouette", null);
    HandRow.of("unit_type", "typology_id", "lag", "unit_id", A, "year", 2015)
        .has("type", 2, "type_name", "in step");
  }
}
