package org.renxing.jobs.report;

import java.util.List;

/** The page of efficiency: what outputs cost. */
final class EfficiencyPage {
  private EfficiencyPage() {}

  static Page page() {
    return new Page(
        "efficiency",
        new Label("Efficiency", "效率"),
        new Label("At what cost?", "以何代价？"),
        false,
        data(),
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

  private static List<DataSet> data() {
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
}
