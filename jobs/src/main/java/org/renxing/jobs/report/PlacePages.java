package org.renxing.jobs.report;

import java.util.List;

/** Pages of what resilience costs, of people and land, and of the data. */
final class PlacePages {
  private PlacePages() {}

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
            Chart.of("decoupling", ChartKind.TABLE, "decoupling")
                .title("Decoupling over the whole span", "全时段脱钩状态")
                .note("Changes as shares of the first year", "相对首年的变化率")
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
            FROM gold.decoupling_unit WHERE is_whole_span
            """));
  }

  static Page land() {
    return new Page(
        "land",
        new Label("Land and people", "土地与人口"),
        new Label("Who shrinks, and what stands empty?", "谁在收缩，何处空置？"),
        false,
        landData(),
        List.of(
            Chart.of("shrinkage", ChartKind.MAP, "shrinkage")
                .title("Change of population", "人口变化")
                .note("Percent over the whole span", "全时段变化，%")
                .with(Role.UNIT, "unit_id")
                .with(Role.VALUE, "change_pct")
                .method("shrinkage"),
            Chart.of("land", ChartKind.SCATTER, "land")
                .title("People against built-up land", "人口与建成区变化")
                .note("Changes in percent over the whole span", "全时段变化，%")
                .with(Role.UNIT, "unit_id")
                .with(Role.X, "population_change_pct")
                .with(Role.VALUE, "built_up_change_pct")
                .method("shrinkage"),
            Chart.of("vacancy", ChartKind.RANKING, "vacancy")
                .title("Vacant dwellings", "住房空置率")
                .note("Share of dwellings, with its interval", "空置比例及其区间")
                .with(Role.UNIT, "unit_id")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "vacancy_rate")
                .with(Role.INTERVAL, "lower", "upper")
                .filters("zone")
                .method("vacancy")));
  }

  private static List<DataSet> landData() {
    return List.of(
        new DataSet(
            "shrinkage",
            "change_pct, unit_id",
            """
            SELECT scenario_id, unit_id, year_from, year_to, population_from, population_to,
              change_pct, is_shrinking, is_severe, is_double_decline
            FROM gold.shrinkage_unit s
            WHERE change_pct IS NOT NULL AND year_to - year_from = (
              SELECT max(year_to - year_from) FROM gold.shrinkage_unit t
              WHERE t.scenario_id = s.scenario_id)
            """),
        new DataSet(
            "land",
            "elasticity, unit_id",
            """
            SELECT scenario_id, unit_id, year_from, year_to, population_change_pct,
              built_up_change_pct, elasticity, is_paradox
            FROM gold.land_population_unit s
            WHERE year_to - year_from = (
              SELECT max(year_to - year_from) FROM gold.land_population_unit t
              WHERE t.scenario_id = s.scenario_id)
            """),
        new DataSet(
            "vacancy",
            "zone, year, vacancy_rate DESC, unit_id",
            """
            SELECT scenario_id, zone, unit_id, year, vacancy_rate, lower, upper, units_total,
              units_vacant, n_observations, coverage
            FROM gold.vacancy_unit_year
            """));
  }

  static Page quality() {
    return new Page(
        "quality",
        new Label("Quality", "数据质量"),
        new Label("Can I trust it?", "数据可信吗？"),
        false,
        qualityData(),
        List.of(
            Chart.of("imputed", ChartKind.MATRIX, "imputed")
                .title("Imputed shares", "插补比例")
                .note("Share of units by indicator and year", "各指标各年插补单位占比")
                .with(Role.X, "year")
                .with(Role.Y, "indicator_code")
                .with(Role.VALUE, "imputed_share")
                .method("panel"),
            Chart.of("suspects", ChartKind.BARS, "suspects")
                .title("Suspect values by kind", "可疑值类别")
                .note("Number of values", "个数")
                .with(Role.Y, "kind")
                .with(Role.VALUE, "n")
                .filters("source_id")
                .method("quality"),
            Chart.of("sources", ChartKind.TABLE, "sources")
                .title("Sources", "数据来源")
                .note("Values of indicators by source", "各来源的指标值个数")
                .method("panel"),
            Chart.of("reproduction", ChartKind.TABLE, "reproduction")
                .title("Against printed figures", "与已发表数字的比对")
                .note("Printed figure and ours", "发表值与本系统结果")
                .filters("source")
                .method("tests")));
  }

  private static List<DataSet> qualityData() {
    return List.of(
        new DataSet(
            "imputed",
            "indicator_code, year",
            """
            SELECT scenario_id, indicator_code, year, count(*) AS n,
              avg(CASE WHEN is_imputed THEN 1.0 ELSE 0.0 END) AS imputed_share
            FROM gold.indicator_value_unit_year GROUP BY scenario_id, indicator_code, year
            """),
        new DataSet(
            "suspects",
            "source_id, n DESC, kind",
            """
            SELECT s.scenario_id, v.source_id, v.kind, v.level, count(*) AS n
            FROM gold.suspect_value v
            JOIN (SELECT DISTINCT scenario_id, trim(unnest(string_split(source_id, ','))) AS source_id
              FROM gold.indicator_value_unit_year WHERE source_id IS NOT NULL) s
              ON s.source_id = v.source_id
            GROUP BY s.scenario_id, v.source_id, v.kind, v.level
            """),
        Pages.SOURCES,
        new DataSet(
            "reproduction",
            "source, place, figure",
            """
            SELECT scenario_id, source, place, figure, printed, unit, ours, agrees, reason
            FROM gold.reproduction
            """));
  }
}
