package org.renxing.jobs.report;

import java.util.List;

/** Pages of what resilience costs. */
final class CostPages {
  private CostPages() {}

  static Page efficiency() {
    return new Page(
        "efficiency",
        new Label("Efficiency", "效率"),
        new Label("At what cost?", "以何代价？"),
        false,
        efficiencyData(),
        List.of(
            Chart.of("ranking", ChartKind.RANKING, "scores")
                .title("Efficiency scores", "效率得分")
                .note("θ; 1 is on the frontier", "θ；1为有效前沿")
                .with(Role.UNIT, "unit_id")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "theta")
                .filters("model", "output_system")
                .method("dea"),
            Chart.of("groups", ChartKind.LINES, "groups")
                .title("Mean efficiency by group", "各组平均效率")
                .note("Mean of θ", "θ均值")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "mean_theta")
                .with(Role.SERIES, "group_value")
                .filters("model", "output_system", "group_type")
                .method("dea"),
            Chart.of("peers", ChartKind.TABLE, "peers")
                .title("Peers in the newest year", "最新年份的参照单位")
                .note("λ: weight of the peer in the reference", "λ：参照权重")
                .filters("model", "output_system")
                .method("dea")));
  }

  private static List<DataSet> efficiencyData() {
    return List.of(
        new DataSet(
            "scores",
            "model, output_system, year, theta DESC, unit_id",
            """
            SELECT scenario_id, model, output_system, unit_id, year, theta, scale_efficiency,
              returns_to_scale, is_strongly_efficient
            FROM gold.dea_score_unit_year WHERE theta IS NOT NULL
            """),
        new DataSet(
            "groups",
            "model, output_system, group_type, group_value, year",
            """
            SELECT scenario_id, model, output_system, group_type, group_value, year, n,
              mean_theta, min_theta, n_efficient
            FROM gold.dea_summary_year WHERE year > 0
            """),
        new DataSet(
            "peers",
            "model, output_system, unit_id, \"lambda\" DESC, peer_unit_id",
            """
            SELECT p.scenario_id, p.model, p.output_system, p.unit_id, p.peer_unit_id, p.year,
              p.peer_year, p."lambda"
            FROM gold.dea_peer_unit_year p
            WHERE p.year = (SELECT max(year) FROM gold.dea_peer_unit_year q
              WHERE q.scenario_id = p.scenario_id) AND p.peer_unit_id <> p.unit_id
            """));
  }

  static Page carbon() {
    return new Page(
        "carbon",
        new Label("Carbon", "碳排放"),
        new Label("Does resilience grow without carbon?", "韧性提升是否伴随减排？"),
        false,
        carbonData(),
        List.of(
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
                .method("carbon")));
  }

  private static List<DataSet> carbonData() {
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
