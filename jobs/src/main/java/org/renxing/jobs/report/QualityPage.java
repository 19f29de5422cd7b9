package org.renxing.jobs.report;

import java.util.List;

/** The page of the data themselves. */
final class QualityPage {
  private QualityPage() {}

  static Page page() {
    return new Page(
        "quality",
        new Label("Quality", "数据质量"),
        new Label("Can I trust it?", "数据可信吗？"),
        false,
        data(),
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
                .method("quality"),
            Chart.of("aside", ChartKind.BARS, "aside")
                .title("Set aside and not used", "隔离未用的数据")
                .note("Number of rows and cells in quarantine, by reason", "隔离的行与单元格数，按原因")
                .with(Role.Y, "reason_code")
                .with(Role.VALUE, "n")
                .method("quality"),
            Chart.of("list", ChartKind.TABLE, "list")
                .title("Suspect values", "可疑值明细")
                .note("Value, what the other years and units let expect, and why", "数值、预期范围与依据")
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

  private static List<DataSet> data() {
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
            "n DESC, kind",
            ofSources(
                """
                SELECT s.scenario_id, v.kind, count(*) AS n,
                  string_agg(DISTINCT v.source_id, ', ' ORDER BY v.source_id) AS sources
                FROM gold.suspect_value v JOIN own s ON s.source_id = v.source_id
                GROUP BY s.scenario_id, v.kind
                """)),
        new DataSet(
            "aside",
            "n DESC, reason_code",
            ofSources(
                """
                SELECT s.scenario_id, q.reason_code, count(*) AS n,
                  string_agg(DISTINCT q.source_id, ', ' ORDER BY q.source_id) AS sources
                FROM silver.quarantine q
                JOIN own s ON s.source_id = q.source_id AND q.run_id <= s.run
                GROUP BY s.scenario_id, q.reason_code
                """)),
        new DataSet(
            "list",
            "confidence DESC, unit_id, year, indicator_code, kind",
            ofSources(
                """
                SELECT s.scenario_id, v.source_id, v.unit_id, v.year, v.indicator_code, v.kind,
                  v.level, v.value, v.expected_lower, v.expected_upper, v.confidence, v.evidence
                FROM gold.suspect_value v JOIN own s ON s.source_id = v.source_id
                QUALIFY row_number() OVER (PARTITION BY s.scenario_id, v.source_id
                  ORDER BY v.confidence DESC, v.unit_id, v.year, v.indicator_code, v.kind) <= 200
                """)),
        Pages.SOURCES,
        new DataSet(
            "reproduction",
            "source, place, figure",
            """
            SELECT scenario_id, source, place, figure, printed, unit, ours, agrees, reason
            FROM gold.reproduction
            """));
  }

  /** A SELECT over {@code own}: the sources of each scenario, and the run that made its figures. */
  private static String ofSources(String select) {
    return """
    WITH own AS (
      SELECT scenario_id, trim(source_id) AS source_id, max(run_id) AS run
      FROM (SELECT scenario_id, run_id, unnest(string_split(source_id, ',')) AS source_id
        FROM gold.indicator_value_unit_year WHERE source_id IS NOT NULL)
      GROUP BY scenario_id, trim(source_id))
    """
        + select;
  }
}
