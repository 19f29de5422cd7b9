package org.renxing.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.jobs.gold.HandRow.A;
import static org.renxing.jobs.gold.HandRow.B;
import static org.renxing.jobs.gold.HandRow.C;
import static org.renxing.jobs.gold.HandRow.D;

import org.junit.jupiter.api.Test;

/**
 * Carbon, resources, people and land of {@link HandScenario}, by hand from its figures.csv. A tonne
 * of coal makes 30 · 0.025 · 44/12 = 2.75 t CO2, 10^4 kWh make 5 t.
 */
class UnitFiguresTest {
  /** A burns 1000 1200 1200 1000 900 t and buys 50 · 10^4 kWh: 3000 3550 3550 3000 2725 t CO2. */
  @Test
  void emissions() {
    HandRow.of("carbon_fuel_unit_year", "unit_id", A, "year", 2015, "fuel", "coal")
        .has("scope", 1, "consumption", 1000.0, "factor_t_per_unit", 2.75, "unit", "t")
        .has("emissions_t", 2750.0);
    HandRow.of("carbon_fuel_unit_year", "unit_id", A, "year", 2015, "fuel", "electricity")
        .has("scope", 2, "emissions_t", 250.0, "unit", "10^4 kWh");
    // 3550 t over 10^6 persons and over 125 · 10^4 units of 10^4 CNY
    HandRow.of("carbon_unit_year", "unit_id", A, "year", 2017)
        .has("emissions_t", 3550.0, "scope_1_t", 3300.0, "scope_2_t", 250.0, "rank", 2)
        .has("per_capita_t", 0.00355, "per_gdp_t_per_10k_cny", 0.00284, "n_missing", 0)
        .has("cumulative_t", 10100.0, "reason", null);
    HandRow.of("carbon_unit_year", "unit_id", C, "year", 2015)
        .has("emissions_t", null, "n_missing", 2);
    // A 3000 and B 5500 t, D 1500 t; C has none and counts nowhere
    HandRow.of("carbon_summary_year", "group_value", "east", "year", 2015)
        .has("n", 2, "emissions_t", 8500.0, "share_emissions", 0.85, "share_gdp", 0.625)
        .has("per_capita_t", 8500 / 3e6, "per_gdp_t_per_10k_cny", 0.0017)
        .has("ratio_to_others", 8.5 / 3, "per_gdp_ratio_to_others", 3.4);
    HandRow.of(
            "carbon_summary_year",
            "group_type",
            "is_resource_based",
            "group_value",
            "true",
            "year",
            2015)
        .has("n", 1, "emissions_t", 3000.0, "share_population", 100.0 / 450);
  }

  /** A: 3000 to 3550 t, GDP at prices of 2015 grows by a tenth, people stay. */
  @Test
  void decomposition() {
    double mean = 550 / Math.log(3550.0 / 3000);
    Object[] first = {"unit_id", A, "period_to", 2016, "factor", "total"};
    HandRow.of("carbon_decomposition", first)
        .has("effect_t", 550.0, "emissions_from_t", 3000.0, "elasticity", 5.5 / 3)
        .has("period_from", 2015, "is_whole_span", false, "reason", null)
        .has("price_basis", "constant-2015", "boundary_flag", "none");
    HandRow.of("carbon_decomposition", "unit_id", A, "period_to", 2016, "factor", "population")
        .has("effect_t", 0.0, "elasticity", 0.0);
    HandRow.of("carbon_decomposition", "unit_id", A, "period_to", 2016, "factor", "gdp_per_capita")
        .has("effect_t", mean * Math.log(1.1), "elasticity", mean * Math.log(1.1) / 300);
    Object[] intensity = {"period_to", 2016, "factor", "emission_intensity", "unit_id", A};
    HandRow.of("carbon_decomposition", intensity).has("effect_t", 550 - mean * Math.log(1.1));
    HandRow.of("carbon_decomposition", "unit_id", A, "is_whole_span", true, "factor", "population")
        .has("effect_t", 275 / Math.log(3000.0 / 2725) * Math.log(0.8), "reason", null);
    HandRow.of("carbon_decomposition", "unit_id", C, "period_to", 2016, "factor", "total")
        .has("effect_t", null, "reason", "MISSING_EMISSIONS");
    HandRow.of(
            "carbon_decomposition_group",
            "group_type",
            "is_resource_based",
            "group_value",
            "true",
            "period_to",
            2016,
            "factor",
            "total")
        .has("n", 1, "effect_t", 550.0, "emissions_from_t", 3000.0, "effect_share", 0.55 / 3);
  }

  @Test
  void peaks() {
    HandRow.of("carbon_peak_unit", "unit_id", A)
        .has("year_from", 2015, "year_to", 2019, "peak_year", 2017, "peak_t", 3550.0)
        .has("emissions_to_t", 2725.0, "change_since_peak", -825.0 / 3550)
        .has("has_peaked", true, "falls_each_year", true, "reason", null);
    HandRow.of("carbon_peak_unit", "unit_id", B)
        .has("peak_year", 2019, "has_peaked", false, "falls_each_year", null);
    HandRow.of("carbon_peak_unit", "unit_id", C)
        .has("peak_year", null, "has_peaked", null, "reason", "MISSING_EMISSIONS");
  }

  /** D moved like the median unit. B: the quantiles 1.001 and .999 of factors 1.01 and .99. */
  @Test
  void projections() {
    HandRow.of("carbon_projection_unit", "unit_id", D)
        .has("emissions_base_t", 1500.0, "peak_year", 2021, "peak_t", 1500 * 1.21)
        .has("peak_year_p05", 2021, "peak_t_p95", 1500 * 1.21, "share_before", 1.0)
        .has("share_at_end", 0.0, "growth_scenario", "up-and-down", "reason", null);
    HandRow.of("carbon_projection_unit", "unit_id", B)
        .has("peak_year", 2021, "peak_t", 5500 * 1.21 * 1.001 * 1.009 / 1.01);
    HandRow.of("carbon_projection_unit", "unit_id", C)
        .has("peak_year", null, "peak_t", null, "reason", "MISSING_EMISSIONS");
    double both = 1500 + 5500 * 1.001 * 1.009 / 1.01;
    HandRow.of("carbon_projection_group", "group_type", "is_resource_based", "group_value", "false")
        .has("n", 2, "emissions_base_t", 7000.0, "peak_year", 2021, "peak_t", both * 1.21);
    HandRow.of(
            "carbon_projection_year",
            "group_type",
            "is_resource_based",
            "group_value",
            "false",
            "year",
            2021)
        .has("median_t", both * 1.21, "p05_t", both * 1.21, "p95_t", both * 1.21);
  }

  @Test
  void decoupling() {
    // GDP at prices of 2015 grows by a tenth, emissions by 550 of 3000
    HandRow.of("decoupling_unit", "unit_id", A, "driver", "gdp", "year_to", 2016)
        .has("change_emission", 0.55 / 3, "change_driver", 0.1, "elasticity", 5.5 / 3)
        .has("state", "expansive negative decoupling", "is_whole_span", false);
    // both fall: -.0916667 over -.1
    HandRow.of("decoupling_unit", "unit_id", A, "driver", "gdp", "year_from", 2018)
        .has("elasticity", 2.75 / 3, "state", "recessive coupling");
    HandRow.of("decoupling_unit", "unit_id", A, "driver", "gdp", "is_whole_span", true)
        .has("change_emission", -0.275 / 3, "change_driver", 0.089)
        .has("elasticity", -0.275 / 3 / 0.089, "state", "strong decoupling")
        // the largest, 3550 t, last in 2017, which lies before the last two years
        .has("peak_year", 2017, "has_peaked", true);
    HandRow.of("decoupling_unit", "unit_id", A, "driver", "resilience", "year_to", 2016)
        .has("driver_from", 0.2, "driver_to", 0.3, "elasticity", 0.55 / 1.5)
        .has("state", "weak decoupling");
    HandRow.of("decoupling_unit", "unit_id", B, "driver", "gdp", "is_whole_span", true)
        .has("elasticity", null, "state", null, "reason", "DRIVER_UNCHANGED")
        .has("peak_year", 2019, "has_peaked", false);
    // A, B and D: scores .2 .525 .8 and 3000 5500 1500 t
    HandRow.of("resilience_carbon_year", "group_type", "all", "year", 2015)
        .has("n", 3, "mean_resilience", 1.525 / 3, "mean_emissions_t", 1e4 / 3)
        .has("growth_emissions", null, "n_growth", 0);
    HandRow.of("resilience_carbon_year", "group_type", "all", "year", 2019)
        .has("growth_resilience", 0.0, "growth_emissions", -0.0275, "n_growth", 3);
  }

  @Test
  void dependence() {
    HandRow.of("resource_dependence_unit_year", "unit_id", A, "year", 2015)
        .has("extractive_share_pct", 50.0, "extraction_processing_share_pct", 75.0)
        .has("is_over_20", true, "is_over_30", true, "volatility", null)
        // 100 · 10^8 CNY over 10^6 persons; all: 800 over 4.5 · 10^6
        .has("gdp_per_capita_cny", 10000.0, "gdp_per_capita_to_all", 0.5625)
        .has("growth_reason", "FIRST_YEAR", "extractive_employment_share_pct", 10.0);
    // A alone has figures of output and jobs
    HandRow.of("resource_dependence_summary_year", "group_type", "all", "year", 2015)
        .has("n", 4, "n_output", 1, "extractive_share_pct", 50.0, "n_over_20", 1, "n_over_30", 1)
        .has("extraction_processing_share_pct", 75.0, "mean_extractive_share_pct", 50.0)
        .has("n_employment", 1, "extractive_employment_share_pct", 10.0)
        .has("gdp_per_capita_cny", 8e6 / 450, "gdp_growth_pct", null);
    // extraction 50 55 55 44 40 grows by 10, 0, -20 and -100/11 %
    HandRow.of("resource_dependence_unit_year", "unit_id", A, "year", 2019)
        .has("volatility", 12.800116218480659, "volatility_n", 4, "gdp_growth_pct", -10.0);
    // 10, 60 and 5 patents of 100, 200 and 50 · 10^4 persons: 75 of 350
    HandRow.of("new_factor_unit_year", "unit_id", A, "year", 2015)
        .has("factor", "patents_per_capita", "value", 0.1, "national_mean", 75.0 / 350)
        .has("ratio", 7.0 / 15, "unit", "patents/10^4 persons", "reason", null)
        .has("national_mean_amount", 25.0);
    HandRow.of("new_factor_summary_year", "group_value", "east", "year", 2015)
        .has("n", 2, "value", 70.0 / 300, "national_mean", 75.0 / 350, "n_below", 1)
        .has("ratio_to_national", 49.0 / 45, "share_below", 0.5)
        // 10 and 60 patents against 25 a unit
        .has("mean_amount", 35.0, "mean_amount_ratio_to_national", 1.4);
  }

  /** Extraction in A began in 1975. */
  @Test
  void exhaustion() {
    HandRow.of("exhaustion_unit_year", "unit_id", A, "year", 2015)
        .has("rule_a", "unknown", "rule_a_reason", "NO_LATER_YEAR", "exploitation_years", 40.0)
        .has("rule_b", "false", "rule_c", "false", "verdict", "unknown");
    HandRow.of("exhaustion_unit_year", "unit_id", A, "year", 2016)
        .has("rule_a", "false", "rule_c", "true", "verdict", "true", "n_compared", 4)
        .has("n_falling", 0, "base_year", 2015);
    // three of four fell: 100 to 90, 10 to 9, 50 to 40; extractive employment rose
    HandRow.of("exhaustion_unit_year", "unit_id", A, "year", 2019)
        .has("rule_a", "true", "n_falling", 3, "unemployment_rate_pct", 6.0);
    HandRow.of("exhaustion_unit_year", "unit_id", B, "year", 2015)
        .has("rule_b", "true", "verdict", "true", "rule_c", "unknown");
    HandRow.of("exhaustion_unit_year", "unit_id", B, "year", 2019).has("rule_b", "false");
  }

  /** GDP of A at prices of 2015: 100 110 121 121 108.9; employed: 50 51 52 52 50. */
  @Test
  void employment() {
    HandRow.of("employment_unit_year", "unit_id", A, "year", 2016)
        .has("growth_employment_pct", 2.0, "growth_output_pct", 10.0, "elasticity", 0.2);
    HandRow.of("employment_unit_year", "unit_id", A, "year", 2017)
        .has("elasticity", 10.0 / 51, "elasticity_since_first", 4.0 / 21);
    HandRow.of("employment_unit_year", "unit_id", A, "year", 2018)
        .has("elasticity", null, "reason", "OUTPUT_UNCHANGED");
    HandRow.of("employment_unit_year", "unit_id", B, "year", 2019)
        .has("elasticity", null, "reason", "MISSING_EMPLOYMENT");
  }

  /**
   * Growth 10 10 0 -10 against changes of unemployment -1 -1 1 2: means 2.5 and .25, squares 275
   * and 6.75, products -42.5. The residuals square to 6.75 - 42.5²/275 = 2/11.
   */
  @Test
  void okun() {
    HandRow.of("okun_unit", "unit_id", A)
        .has("coefficient", -42.5 / 275, "intercept", 0.25 + 2.5 * 42.5 / 275, "n", 4)
        .has("standard_error", Math.sqrt(2.0 / 11 / 2 / 275), "r2", 1 - 2.0 / 11 / 6.75)
        .has("n_boundary_breaks", 0, "reason", null);
    HandRow.of("okun_unit", "unit_id", B).has("coefficient", null, "reason", "CONSTANT_GROWTH");
    HandRow.of("okun_unit", "unit_id", D)
        .has("coefficient", null, "n", 0, "reason", "TOO_FEW_POINTS");
  }

  /** A was named in 2017: from 100 to 121 in the two years up to it, to 108.9 in the two after. */
  @Test
  void support() {
    HandRow.of("support_unit_year", "unit_id", A, "year", 2017)
        .has("transfers_to_revenue", 0.25, "fiscal_balance_100m_cny", -10.0)
        .has("fiscal_balance_to_gdp_pct", -8.0, "event", "hand", "growth_before_pct", 10.0)
        .has("growth_after_pct", 100 * (Math.sqrt(0.9) - 1), "investment_share_pct", null);
    HandRow.of("support_unit_year", "unit_id", A, "year", 2016)
        .has("event", null, "growth_before_pct", null);
  }

  /** A loses 20 of 100 in 2019; births add 10 ‰ of 100 three times and of 90. */
  @Test
  void shrinkage() {
    HandRow.of("shrinkage_unit", "unit_id", A, "year_to", 2016)
        .has("year_from", 2015, "change_pct", 0.0, "is_shrinking", false);
    HandRow.of("shrinkage_unit", "unit_id", A, "year_from", 2015, "year_to", 2019)
        .has("change_pct", -20.0, "natural_change", 3.9, "net_migration", -23.9)
        .has("is_shrinking", true, "is_severe", true, "gdp_change_pct", 8.9)
        .has("is_double_decline", false, "size_class_from", "small", "reason", null);
    HandRow.of("shrinkage_unit", "unit_id", A, "year_from", 2018)
        .has("gdp_change_pct", -10.0, "is_double_decline", true, "natural_change", 0.9);
    // -20, 0, 20 and 0
    HandRow.of("shrinkage_summary", "group_type", "all", "year_from", 2015, "year_to", 2019)
        .has("n", 4, "n_unknown", 0, "n_shrinking", 1, "share_shrinking", 0.25, "n_severe", 1)
        .has("mean_change_pct", 0.0, "n_sized", 2, "n_small_or_medium", 1);
    HandRow.of("shrinkage_summary", "group_value", "north", "year_from", 2015, "year_to", 2019)
        .has("n", 2, "mean_change_pct", -10.0, "share_severe", 0.5);
  }

  @Test
  void landPartsAndAges() {
    // 50 to 55 km2 while people fall by a fifth: 80 · 10^4 over 55
    HandRow.of("land_population_unit", "unit_id", A, "year_from", 2015, "year_to", 2019)
        .has("built_up_change_pct", 10.0, "elasticity", -0.5, "is_paradox", true)
        .has("density_from", 20000.0, "density_to", 8e5 / 55);
    HandRow.of("land_population_unit", "unit_id", B, "year_from", 2018)
        .has("elasticity", null, "reason", "POPULATION_UNCHANGED");
    // two mining towns lose 40 and 28 %, a rural one nothing
    HandRow.of("sub_unit_loss_unit", "part_level", "all", "year_from", 2015, "year_to", 2019)
        .has("n_parts", 3, "n_observed", 3, "n_loss", 1, "n_near", 1, "labour_n_observed", 0)
        .has("share_over_or_near", 2.0 / 3, "largest_loss_pct", -40.0, "unit_id", A);
    HandRow.of("sub_unit_loss_unit", "part_level", "mining_town", "year_from", 2018)
        .has("n_parts", 2, "share_over_or_near", 1.0);
    HandRow.of("age_structure_unit_year", "unit_id", A, "year", 2019)
        .has("child_share_pct", 25.0, "working_age_share_pct", 60.0, "old_share_pct", 15.0)
        .has("old_dependency_pct", 25.0, "ageing_index_pct", 60.0, "pyramid", "declining");
    HandRow.of("age_structure_unit_year", "unit_id", A, "year", 2015).has("pyramid", "stable");
  }

  @Test
  void pathAndLevers() {
    HandRow.of("path_unit_year", "unit_id", A)
        .has("year", 2019, "year_from", 2015, "path", "smart_shrinkage", "decided_by", "severe");
    HandRow.of("path_unit_year", "unit_id", B).has("path", "growth", "decided_by", "growing");
    assertThat(HandScenario.rows("path_unit_year")).hasSize(4);
    // 2 km2 · 0.34 and 9.82 kg/m2 · half of the roofs, in 10^3 t
    HandRow.of("lever_unit", "unit_id", A)
        .has("lever", "roofs", "input_value", 2.0, "low", 340.0, "high", 9820.0, "unit", "t");
    HandRow.of("lever_unit", "unit_id", B).has("low", null, "reason", "INPUT_MISSING");
  }
}
