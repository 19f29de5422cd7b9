package org.renxing.jobs.report;

import java.util.List;
import java.util.stream.Stream;

/** The page of carbon: emissions against resilience, why they change, and where they may go. */
final class CarbonPage {
  private CarbonPage() {}

  static Page page() {
    return new Page(
        "carbon",
        new Label("Carbon", "碳排放"),
        new Label("Does resilience grow without carbon?", "韧性提升是否伴随减排？"),
        false,
        Stream.of(data(), pathData()).flatMap(List::stream).toList(),
        Stream.of(charts(), paths()).flatMap(List::stream).toList());
  }

  private static List<Chart> charts() {
    return List.of(
        Chart.of("quadrant", ChartKind.SCATTER, "units")
            .title("Carbon against resilience", "碳排放与韧性")
            .note(
                "Tonnes of CO₂ a head against overall score; lines at the means",
                "人均二氧化碳（吨）与总分；线为均值")
            .with(Role.UNIT, "unit_id")
            .with(Role.YEAR, "year")
            .with(Role.X, "score")
            .with(Role.VALUE, "per_capita_t")
            .filters("scheme")
            .method("carbon"),
        Chart.of("groups", ChartKind.LINES, "groups")
            .title("Emissions by group", "各组碳排放")
            .note("Tonnes of CO₂", "二氧化碳，吨")
            .with(Role.YEAR, "year")
            .with(Role.VALUE, "emissions_t")
            .with(Role.SERIES, "group_value")
            .filters("group_type")
            .method("carbon"),
        Chart.of("decoupling", ChartKind.SCATTER, "decoupling")
            .title("Decoupling over the whole span", "全时段脱钩状态")
            .note(
                "Change of emissions against that of the driver, as shares of the first year",
                "排放变化率与驱动变化率（相对首年）")
            .with(Role.UNIT, "unit_id")
            .with(Role.X, "change_driver")
            .with(Role.VALUE, "change_emission")
            .with(Role.CLASS, "state")
            .filters("driver")
            .method("carbon"),
        Chart.of("states", ChartKind.STACK, "states")
            .title("States of decoupling from year to year", "逐年脱钩状态构成")
            .note("Share of the units whose state is known", "占状态已知单位的比例")
            .with(Role.YEAR, "year_to")
            .with(Role.VALUE, "share")
            .with(Role.SERIES, "state")
            .filters("driver")
            .method("carbon"));
  }

  /** Why emissions changed, and where they may go. */
  private static List<Chart> paths() {
    return List.of(
        Chart.of("factors", ChartKind.LINES, "factors")
            .title("Why emissions change", "碳排放变化的因素分解（LMDI）")
            .note(
                "Effect of each factor on the change of emissions up to the year, tonnes",
                "各因素对截至该年排放变化的贡献，吨")
            .with(Role.YEAR, "period_to")
            .with(Role.VALUE, "effect_t")
            .with(Role.SERIES, "factor")
            .filters("group_type", "group_value")
            .method("carbon-paths"),
        Chart.of("outlook", ChartKind.LINES, "outlook")
            .title("Where emissions may go", "碳排放情景预测")
            .note("Median of the draws of each scenario of growth, tonnes", "各增长情景的中位数，吨")
            .with(Role.YEAR, "year")
            .with(Role.VALUE, "median_t")
            .with(Role.SERIES, "growth_scenario")
            .filters("group_type", "group_value")
            .method("carbon-paths"),
        Chart.of("peaks", ChartKind.TABLE, "peaks")
            .title("When emissions peak", "碳达峰时间与峰值")
            .note("By scenario of growth; 90 % of the draws", "按增长情景；90%区间")
            .filters("group_type", "group_value")
            .method("carbon-paths"));
  }

  private static List<DataSet> pathData() {
    return List.of(
        new DataSet(
            "factors",
            "group_type, group_value, factor, period_to",
            """
            SELECT scenario_id, group_type, group_value, factor, period_from, period_to, n,
              effect_t, effect_share
            FROM gold.carbon_decomposition_group
            QUALIFY period_to - period_from
              = min(period_to - period_from) OVER (PARTITION BY scenario_id)
            """),
        new DataSet(
            "outlook",
            "group_type, group_value, growth_scenario, year",
            """
            SELECT scenario_id, group_type, group_value, growth_scenario, year, median_t, p05_t,
              p95_t
            FROM gold.carbon_projection_year
            """),
        new DataSet(
            "peaks",
            "group_type, group_value, growth_scenario",
            """
            SELECT scenario_id, group_type, group_value, growth_scenario, n, peak_year, peak_t
            FROM gold.carbon_projection_group
            """));
  }

  private static List<DataSet> data() {
    return List.of(
        new DataSet(
            "units",
            "scheme, year, unit_id",
            """
            SELECT c.scenario_id, s.scheme, c.unit_id, c.year, c.emissions_t, c.per_capita_t,
              c.per_gdp_t_per_10k_cny, s.score
            FROM gold.carbon_unit_year c
            JOIN gold.index_score_unit_year s USING (scenario_id, unit_id, year)
            WHERE s.depth = 0
            """),
        new DataSet(
            "groups",
            "group_type, group_value, year",
            """
            SELECT scenario_id, group_type, group_value, year, n, emissions_t, per_capita_t,
              per_gdp_t_per_10k_cny
            FROM gold.carbon_summary_year
            """),
        new DataSet(
            "decoupling",
            "driver, state, unit_id",
            """
            SELECT scenario_id, driver, unit_id, year_from, year_to, change_emission,
              change_driver, elasticity, state
            FROM gold.decoupling_unit WHERE is_whole_span AND state IS NOT NULL
            """),
        new DataSet(
            "states",
            "driver, state, year_to",
            """
            SELECT scenario_id, driver, state, year_to, count(*) AS n,
              count(*) / sum(count(*)) OVER (PARTITION BY scenario_id, driver, year_to) AS share
            FROM gold.decoupling_unit WHERE NOT is_whole_span AND state IS NOT NULL
            GROUP BY scenario_id, driver, state, year_to
            """));
  }
}
