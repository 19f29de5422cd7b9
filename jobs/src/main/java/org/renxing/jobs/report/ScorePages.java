package org.renxing.jobs.report;

import java.util.List;

/** Pages of scores: who stands where, how systems go, and how they go together. */
final class ScorePages {
  private ScorePages() {}

  static Page ranking() {
    return new Page(
        "ranking",
        new Label("Ranking", "排名"),
        new Label("Who stands where, and is it getting better?", "谁居前列，是否在进步？"),
        false,
        List.of(
            new DataSet(
                "scores",
                "scheme, system, year, rank, unit_id",
                """
                SELECT s.scenario_id, s.scheme, s.system, s.unit_id, s.year, s.score, s.rank,
                  q.imputed_share, q.n_suspect
                FROM gold.index_score_unit_year s
                LEFT JOIN (SELECT scenario_id, unit_id, year,
                    avg(CASE WHEN is_imputed THEN 1.0 ELSE 0.0 END) AS imputed_share,
                    count(*) FILTER (is_suspect) AS n_suspect
                  FROM gold.indicator_value_unit_year GROUP BY scenario_id, unit_id, year) q
                  USING (scenario_id, unit_id, year)
                WHERE s.depth = 0
                """),
            courses("depth = 0"),
            boxes("depth = 0"),
            new DataSet(
                "agreement",
                "scheme, year, method_a, method_b",
                """
                SELECT scenario_id, scheme, year, method_a, method_b, n, spearman, kendall
                FROM gold.ranking_agreement
                """)),
        List.of(
            Chart.of("ranking", ChartKind.RANKING, "scores")
                .title("Places by overall score", "总分排名")
                .note("Score from 0 to 1; grey tick: the year before", "得分0到1；灰色短线为上一年")
                .with(Role.UNIT, "unit_id")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "score")
                .with(Role.IMPUTED, "imputed_share")
                .with(Role.SUSPECT, "n_suspect")
                .filters("scheme", "system")
                .method("scores"),
            Chart.of("map", ChartKind.MAP, "scores")
                .title("Overall score on the map", "总分地图")
                .note("Score from 0 to 1", "得分0到1")
                .with(Role.UNIT, "unit_id")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "score")
                .filters("scheme", "system")
                .method("scores"),
            groupCourses("Overall score by group", "各组总分"),
            distribution("Distribution of the overall score", "总分分布"),
            agreement()));
  }

  private static Chart agreement() {
    return Chart.of("agreement", ChartKind.MATRIX, "agreement")
        .title("Do other aggregations rank alike?", "不同评价方法排名的一致性")
        .note("Spearman's rank correlation", "斯皮尔曼秩相关系数")
        .with(Role.X, "method_b")
        .with(Role.Y, "method_a")
        .with(Role.YEAR, "year")
        .with(Role.VALUE, "spearman")
        .filters("scheme")
        .method("rankings");
  }

  static Page systems() {
    return new Page(
        "systems",
        new Label("Systems", "子系统"),
        new Label("Which systems are strong, and what weighs?", "哪些子系统强，什么权重大？"),
        false,
        List.of(
            new DataSet(
                "means",
                "scheme, level DESC, group_type, group_value, system, year",
                """
                SELECT m.scenario_id, m.scheme, d.level, m.group_type, m.group_value, m.system,
                  m.year, m.n, m.mean
                FROM gold.index_summary_year m
                JOIN (SELECT DISTINCT scenario_id, scheme, system,
                    CASE depth WHEN 1 THEN 'system' ELSE 'criterion' END AS level
                  FROM gold.index_score_unit_year WHERE depth > 0) d
                  USING (scenario_id, scheme, system)
                WHERE m.year > 0
                """),
            new DataSet(
                "scores",
                "scheme, system, year, rank, unit_id",
                """
                SELECT scenario_id, scheme, system, unit_id, year, score, rank
                FROM gold.index_score_unit_year WHERE depth = 1
                """),
            boxes("depth > 0"),
            new DataSet(
                "weights",
                "scheme, weight_scope, system, global_weight DESC, indicator_code",
                """
                SELECT scenario_id, scheme, weight_scope, system, indicator_code, year, weight,
                  global_weight, entropy, variation, conflict
                FROM gold.indicator_weight
                """)),
        List.of(
            Chart.of("means", ChartKind.LINES, "means")
                .title("Mean score of each system", "各子系统平均得分")
                .note("Mean of units, 0 to 1", "单位均值，0到1")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "mean")
                .with(Role.SERIES, "system")
                .filters("scheme", "level", "group_type", "group_value")
                .method("scores"),
            distribution("Distribution of system scores", "子系统得分分布"),
            Chart.of("ranking", ChartKind.RANKING, "scores")
                .title("Places by system", "子系统排名")
                .note("Score from 0 to 1; grey tick: the year before", "得分0到1；灰色短线为上一年")
                .with(Role.UNIT, "unit_id")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "score")
                .filters("scheme", "system")
                .method("scores"),
            weights()));
  }

  private static Chart weights() {
    return Chart.of("weights", ChartKind.BARS, "weights")
        .title("Weights of indicators", "指标权重")
        .note("Share in the overall score", "在总分中的权重")
        .with(Role.Y, "indicator_code")
        .with(Role.VALUE, "global_weight")
        .filters("scheme", "weight_scope", "system")
        .method("weights");
  }

  static Page coupling() {
    return new Page(
        "coupling",
        new Label("Coupling", "耦合协调"),
        new Label("What goes together?", "哪些系统协同发展？"),
        false,
        couplingData(),
        List.of(
            Chart.of("quadrant", ChartKind.SCATTER, "units")
                .title("The two systems of each unit", "两系统得分象限")
                .note(
                    "S: first system of the pair, E: second, 0 to 1; lines at the means",
                    "S为第一系统，E为第二系统，0到1；线为均值")
                .with(Role.UNIT, "unit_id")
                .with(Role.YEAR, "year")
                .with(Role.X, "s")
                .with(Role.VALUE, "e")
                .with(Role.CLASS, "coordination_level")
                .filters("pair_id", "variant")
                .method("scores"),
            Chart.of("levels", ChartKind.STACK, "levels")
                .title("Levels of coordination over the years", "各年协调等级构成")
                .note("Share of units", "单位占比")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "share")
                .with(Role.SERIES, "coordination_level")
                .filters("pair_id", "variant")
                .method("scores"),
            Chart.of("groups", ChartKind.LINES, "groups")
                .title("Mean degree of coordination by group", "各组平均协调度")
                .note("D, 0 to 1", "协调度D，0到1")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "mean_d")
                .with(Role.SERIES, "group_value")
                .filters("pair_id", "group_type")
                .method("scores"),
            Chart.of("transitions", ChartKind.MATRIX, "transitions")
                .title("Who changes level", "协调等级转移")
                .note("Share of the units that start at a level", "占起始等级单位的比例")
                .with(Role.X, "to_level")
                .with(Role.Y, "from_level")
                .with(Role.VALUE, "share")
                .filters("pair_id", "span")
                .method("scores"),
            Chart.of("map", ChartKind.MAP, "units")
                .title("Degree of coordination on the map", "协调度地图")
                .note("D, 0 to 1", "协调度D，0到1")
                .with(Role.UNIT, "unit_id")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "d")
                .filters("pair_id", "variant")
                .method("scores")));
  }

  private static List<DataSet> couplingData() {
    return List.of(
        new DataSet(
            "units",
            "pair_id, variant, year, unit_id",
            """
            SELECT scenario_id, pair_id, variant, unit_id, year, s, e, c, d, coordination_level
            FROM gold.coupling_unit_year
            """),
        new DataSet(
            "levels",
            "pair_id, variant, level_from, year",
            """
            SELECT scenario_id, pair_id, variant, year, coordination_level, count(*) AS n,
              count(*) / sum(count(*)) OVER (PARTITION BY scenario_id, pair_id, variant, year)
                AS share,
              min(min(d)) OVER (PARTITION BY scenario_id, pair_id, variant, coordination_level)
                AS level_from
            FROM gold.coupling_unit_year WHERE coordination_level IS NOT NULL
            GROUP BY scenario_id, pair_id, variant, year, coordination_level
            """),
        new DataSet(
            "groups",
            "pair_id, group_type, group_value, year",
            """
            SELECT scenario_id, pair_id, group_type, group_value, year, n, mean_s, mean_e, mean_c,
              mean_d
            FROM gold.coupling_summary_year
            """),
        new DataSet(
            "transitions",
            "pair_id, span, from_level, to_level",
            """
            SELECT scenario_id, pair_id, span, from_level, to_level, n, share
            FROM gold.coupling_transition
            """));
  }

  private static DataSet courses(String which) {
    return new DataSet(
        "courses",
        "scheme, system, group_type, group_value, year",
        """
        SELECT scenario_id, scheme, system, group_type, group_value, year, n, mean, sd
        FROM gold.index_summary_year
        SEMI JOIN (SELECT DISTINCT scenario_id, scheme, system FROM gold.index_score_unit_year
          WHERE %s) USING (scenario_id, scheme, system)
        WHERE year > 0
        """
            .formatted(which));
  }

  private static DataSet boxes(String which) {
    return new DataSet(
        "boxes",
        "scheme, system, year",
        """
        SELECT scenario_id, scheme, system, year, count(score) AS n, min(score) AS minimum,
          quantile_cont(score, 0.25) AS lower_quartile, quantile_cont(score, 0.5) AS median,
          quantile_cont(score, 0.75) AS upper_quartile, max(score) AS maximum
        FROM gold.index_score_unit_year WHERE %s GROUP BY scenario_id, scheme, system, year
        """
            .formatted(which));
  }

  private static Chart groupCourses(String en, String zh) {
    return Chart.of("groups", ChartKind.LINES, "courses")
        .title(en, zh)
        .note("Mean of units, 0 to 1", "单位均值，0到1")
        .with(Role.YEAR, "year")
        .with(Role.VALUE, "mean")
        .with(Role.SERIES, "group_value")
        .filters("scheme", "system", "group_type")
        .method("scores");
  }

  private static Chart distribution(String en, String zh) {
    return Chart.of("boxes", ChartKind.BOXES, "boxes")
        .title(en, zh)
        .note("Minimum, quartiles and maximum of the units", "最小值、四分位数与最大值")
        .with(Role.YEAR, "year")
        .with(Role.VALUE, "minimum", "lower_quartile", "median", "upper_quartile", "maximum")
        .filters("scheme", "system")
        .method("scores");
  }
}
