package org.renxing.jobs.report;

import java.util.List;

/** The page of one unit. */
final class UnitPage {
  private UnitPage() {}

  static Page page() {
    return new Page(
        "unit",
        new Label("Unit", "城市"),
        new Label("What about my city?", "我的城市如何？"),
        true,
        data(),
        List.of(
            Chart.of("course", ChartKind.LINES, "scores")
                .title("Scores over the years", "历年得分")
                .note("Scores 0 to 1", "得分0到1")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "score")
                .with(Role.SERIES, "system")
                .filters("scheme")
                .method("scores"),
            Chart.of("places", ChartKind.TABLE, "places")
                .title("Standing in the newest year", "最新年份的名次")
                .note("Place among all units of the scenario", "在方案全部单位中的名次")
                .filters("scheme")
                .method("scores"),
            Chart.of("standing", ChartKind.TABLE, "standing")
                .title("Strengths and weaknesses", "优势与短板")
                .note("Indicators furthest from the mean, newest year", "最新年份偏离均值最大的指标")
                .filters("kind")
                .method("obstacles"),
            Chart.of("obstacles", ChartKind.BARS, "obstacles")
                .title("Largest obstacles", "主要障碍")
                .note("Degree of obstacle in percent, newest year", "障碍度（%），最新年份")
                .with(Role.Y, "indicator_code")
                .with(Role.VALUE, "degree_pct")
                .filters("pair_id", "scheme")
                .method("obstacles"),
            Chart.of("coupling", ChartKind.LINES, "coupling")
                .title("Coupling and coordination", "耦合与协调")
                .note("C and D, 0 to 1", "耦合度C与协调度D，0到1")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "c", "d")
                .filters("pair_id", "variant")
                .method("scores"),
            Chart.of("figures", ChartKind.TABLE, "figures")
                .title("Figures and their sources", "数据与来源")
                .note(
                    "bin/renxing trace shows the whole way of each of them",
                    "bin/renxing trace 给出每个数字的完整来历")
                .filters("year")
                .method("panel")));
  }

  private static List<DataSet> data() {
    return List.of(
        new DataSet(
            "scores",
            "unit_id, scheme, depth, system, year",
            """
            SELECT scenario_id, unit_id, scheme, depth, system, year, score, rank
            FROM gold.index_score_unit_year WHERE depth <= 1
            """),
        new DataSet(
            "places",
            "unit_id, scheme, depth, system",
            """
            SELECT s.scenario_id, s.unit_id, s.scheme, s.depth, s.system, s.year, s.score, s.rank,
              s.percentile
            FROM gold.index_score_unit_year s
            WHERE s.year = (SELECT max(year) FROM gold.index_score_unit_year t
              WHERE t.scenario_id = s.scenario_id)
            """),
        new DataSet(
            "standing",
            "unit_id, kind, order_no",
            """
            SELECT s.scenario_id, s.unit_id, s.kind, s.order_no, s.indicator_code, s.system, s.z,
              s.percentile, s.year
            FROM gold.indicator_standing_unit_year s
            WHERE s.year = (SELECT max(year) FROM gold.indicator_standing_unit_year t
              WHERE t.scenario_id = s.scenario_id)
            """),
        new DataSet(
            "obstacles",
            "unit_id, pair_id, scheme, order_no",
            """
            SELECT s.scenario_id, s.unit_id, s.pair_id, s.scheme, s.order_no, s.indicator_code,
              s.degree_pct, s.cumulative_pct, s.year
            FROM gold.obstacle_unit_year s
            WHERE s.order_no <= 8 AND s.year = (SELECT max(year) FROM gold.obstacle_unit_year t
              WHERE t.scenario_id = s.scenario_id)
            """),
        new DataSet(
            "coupling",
            "unit_id, pair_id, variant, year",
            """
            SELECT scenario_id, unit_id, pair_id, variant, year, c, d, coordination_level
            FROM gold.coupling_unit_year
            """),
        new DataSet(
            "figures",
            "unit_id, year DESC, indicator_code",
            """
            SELECT scenario_id, unit_id, year, indicator_code, value,
              CASE WHEN raw_value IS DISTINCT FROM value THEN raw_value END AS raw_value, is_imputed,
              imputation_method, is_suspect, is_corrected, source_id
            FROM gold.indicator_value_unit_year
            """));
  }
}
