package org.renxing.jobs.report;

import java.util.List;

/** What the page of a unit shows. */
final class UnitData {
  private UnitData() {}

  static List<DataSet> all() {
    return List.of(
        new DataSet(
            "profile",
            "unit_id",
            """
            SELECT scenario_id, unit_id, level, province_name, region7, region3, size_class,
              life_cycle, endowment, is_resource_based, is_exhausted
            FROM gold.dim_unit
            SEMI JOIN gold.index_score_unit_year USING (scenario_id, unit_id) WHERE is_newest
            """),
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
        against(),
        alike(),
        peers(),
        standing(),
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
            "comparability",
            "unit_id, year",
            """
            SELECT scenario_id, unit_id, year, share_imputed, n_suspect, has_boundary_break,
              boundary_event, n_merged
            FROM gold.comparability_unit_year
            """),
        figures(),
        origins());
  }

  private static DataSet peers() {
    return new DataSet(
        "peers",
        "unit_id, model, output_system, \"lambda\" DESC, peer_unit_id",
        """
        SELECT p.scenario_id, p.unit_id, p.model, p.output_system, p.peer_unit_id, p.year,
          p.peer_year, p."lambda"
        FROM gold.dea_peer_unit_year p
        WHERE p.year = (SELECT max(year) FROM gold.dea_peer_unit_year q
          WHERE q.scenario_id = p.scenario_id) AND p.peer_unit_id <> p.unit_id
        """);
  }

  private static DataSet standing() {
    return new DataSet(
        "standing",
        "unit_id, kind, order_no",
        """
        SELECT s.scenario_id, s.unit_id, s.kind, s.order_no, s.indicator_code, s.system, s.z,
          s.percentile, s.year
        FROM gold.indicator_standing_unit_year s
        WHERE s.year = (SELECT max(year) FROM gold.indicator_standing_unit_year t
          WHERE t.scenario_id = s.scenario_id)
        """);
  }

  /** The unit's own overall score, and the means of all units and of its groups. */
  private static DataSet against() {
    return new DataSet(
        "against",
        "unit_id, scheme, place, who, year",
        """
        SELECT scenario_id, unit_id, scheme, 0 AS place, unit_id AS who, year, score
        FROM gold.index_score_unit_year WHERE depth = 0
        UNION ALL
        SELECT m.scenario_id, b.unit_id, m.scheme, b.place, m.group_value AS who, m.year, m.mean
        FROM gold.index_summary_year m
        JOIN (SELECT scenario_id, unit_id,
            unnest(['all', 'region7', 'region4', 'region3', 'province_name', 'life_cycle',
              'endowment', 'size_class']) AS group_type,
            unnest(['all', region7, region4, region3, province_name, life_cycle, endowment,
              size_class]) AS group_value,
            unnest(range(1, 9)) AS place
          FROM gold.dim_unit
          SEMI JOIN gold.index_score_unit_year USING (scenario_id, unit_id)
          WHERE is_newest) b USING (scenario_id, group_type, group_value)
        WHERE m.year > 0 AND m.system = 'overall'
        """);
  }

  /** The five units whose scores of criteria are nearest; ties go to the lower code. */
  private static DataSet alike() {
    return new DataSet(
        "alike",
        "unit_id, distance, peer_unit_id",
        """
        WITH newest AS (
          SELECT scenario_id, unit_id, system, depth, score, rank FROM gold.index_score_unit_year s
          WHERE year = (SELECT max(year) FROM gold.index_score_unit_year t
              WHERE t.scenario_id = s.scenario_id)
            AND scheme = (SELECT min(scheme) FROM gold.index_score_unit_year t
              WHERE t.scenario_id = s.scenario_id)),
        own AS (
          SELECT scenario_id, unit_id, list(score ORDER BY system) AS scores FROM newest n
          WHERE depth = (SELECT max(depth) FROM newest m WHERE m.scenario_id = n.scenario_id)
          GROUP BY scenario_id, unit_id
          HAVING count(score) = count(*)),
        near AS (
          SELECT a.scenario_id, a.unit_id, unnest(min({
            'distance': round(list_distance(a.scores, b.scores), 12), 'peer': b.unit_id}, 5)) AS of
          FROM own a JOIN own b ON a.scenario_id = b.scenario_id AND a.unit_id <> b.unit_id
            AND len(a.scores) = len(b.scores)
          GROUP BY a.scenario_id, a.unit_id)
        SELECT n.scenario_id, n.unit_id, n.of.peer AS peer_unit_id, n.of.distance AS distance,
          s.score, s.rank
        FROM near n JOIN newest s ON s.scenario_id = n.scenario_id AND s.unit_id = n.of.peer
        WHERE s.depth = 0
        """);
  }

  private static DataSet figures() {
    return new DataSet(
        "figures",
        "unit_id, indicator_code, year DESC",
        """
        SELECT scenario_id, unit_id, year, indicator_code, value,
          CASE WHEN raw_value IS DISTINCT FROM value THEN raw_value END AS raw_value, is_imputed,
          imputation_method, imputed_from, adjustment, is_suspect, is_corrected, source_id
        FROM gold.indicator_value_unit_year
        """);
  }

  /**
   * Where the base indicators of a scenario lie in the files of their sources, as silver has them
   * now.
   */
  private static DataSet origins() {
    return new DataSet(
        "origins",
        "unit_id, source_id, source_file, year DESC, row_number",
        """
        SELECT u.scenario_id, o.unit_id, o.year, o.source_id, o.source_file, o.row_number,
          string_agg(o.indicator_code, ', ' ORDER BY o.indicator_code) AS base_indicators
        FROM (SELECT DISTINCT scenario_id,
            unnest(regexp_extract_all(expression, '[A-Za-z_][A-Za-z0-9_]*')) AS indicator_code
          FROM gold.dim_indicator) u
        JOIN silver.observation o USING (indicator_code)
        JOIN (SELECT scenario_id, unit_id, min(year) AS first, max(year) AS last
          FROM gold.indicator_value_unit_year GROUP BY scenario_id, unit_id) s
          ON s.scenario_id = u.scenario_id AND s.unit_id = o.unit_id
            AND o.year BETWEEN s.first AND s.last
        WHERE o.is_preferred
        GROUP BY u.scenario_id, o.unit_id, o.year, o.source_id, o.source_file, o.row_number
        """);
  }
}
