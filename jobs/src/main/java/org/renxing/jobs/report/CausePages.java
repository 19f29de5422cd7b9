package org.renxing.jobs.report;

import java.util.List;

/** Pages of what lies behind scores: gaps, obstacles. */
final class CausePages {
  private CausePages() {}

  static Page gaps() {
    return new Page(
        "gaps",
        new Label("Gaps", "差距"),
        new Label("How unequal, and why?", "差距有多大，源自何处？"),
        false,
        gapData(),
        List.of(
            Chart.of("course", ChartKind.LINES, "years")
                .title("Inequality over the years", "不平等的变化")
                .note("Gini and Theil of units; 0 is equal", "单位间基尼与泰尔系数；0为均等")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "gini", "theil_t", "theil_l")
                .filters("measure", "grouping")
                .method("inequality"),
            Chart.of("parts", ChartKind.STACK, "parts")
                .title("Where inequality comes from", "差距来源（Dagum分解）")
                .note("Parts of the Gini after Dagum", "Dagum基尼系数的组成")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "within", "between", "transvariation")
                .filters("measure", "grouping")
                .method("inequality"),
            Chart.of("groups", ChartKind.LINES, "groups")
                .title("Inequality within each group", "各组内部差距")
                .note("Gini of a group's units", "组内基尼系数")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "gini")
                .with(Role.SERIES, "group_value")
                .filters("measure", "grouping")
                .method("inequality"),
            Chart.of("pairs", ChartKind.MATRIX, "pairs")
                .title("Inequality between groups", "组间差距")
                .note("Gini between two groups", "两组之间的基尼系数")
                .with(Role.X, "group_a")
                .with(Role.Y, "group_b")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "gini_between")
                .filters("measure", "grouping")
                .method("inequality"),
            Chart.of("classes", ChartKind.MATRIX, "classes")
                .title("Who moves up, who moves down", "等级转移概率")
                .note("Probability from one year to the next", "逐年转移概率")
                .with(Role.X, "to_class")
                .with(Role.Y, "from_class")
                .with(Role.VALUE, "probability")
                .filters("measure")
                .method("dynamics"),
            Chart.of("convergence", ChartKind.TABLE, "convergence")
                .title("Convergence", "收敛性")
                .note("Estimates by kind; below zero means that gaps close", "各类估计值；负值表示差距缩小")
                .filters("measure", "group_type")
                .method("dynamics")));
  }

  private static List<DataSet> gapData() {
    return List.of(
        new DataSet(
            "years",
            "measure, grouping, year",
            """
            SELECT scenario_id, measure, grouping, year, n, mean, gini, theil_t, theil_l, cv
            FROM gold.inequality_year WHERE grouping = 'all'
            """),
        new DataSet(
            "parts",
            "measure, grouping, year",
            """
            SELECT scenario_id, measure, grouping, year, n, gini, "within", "between",
              transvariation, within_share, between_share, transvariation_share
            FROM gold.inequality_year WHERE grouping <> 'all'
            """),
        new DataSet(
            "groups",
            "measure, grouping, group_value, year",
            """
            SELECT scenario_id, measure, grouping, group_value, year, n, mean, gini
            FROM gold.inequality_group_year WHERE grouping NOT IN ('all', 'province_name')
            """),
        new DataSet(
            "pairs",
            "measure, grouping, year, group_a, group_b",
            """
            SELECT scenario_id, measure, grouping, group_a, group_b, year, gini_between
            FROM gold.inequality_pair_year WHERE grouping <> 'province_name'
            """),
        new DataSet(
            "classes",
            "measure, from_order, to_order",
            """
            SELECT scenario_id, measure, from_class, to_class, from_order, to_order, n, probability
            FROM gold.transition_matrix
            """),
        new DataSet(
            "convergence",
            "measure, group_type, group_value, kind",
            """
            SELECT scenario_id, measure, group_type, group_value, kind, estimate, standard_error,
              p_value, r2, n, year_first, year_last
            FROM gold.convergence WHERE estimate IS NOT NULL
            """));
  }

  static Page obstacles() {
    return new Page(
        "obstacles",
        new Label("Obstacles", "障碍因素"),
        new Label("What holds units back?", "什么阻碍了发展？"),
        false,
        List.of(
            new DataSet(
                "classes",
                "pair_id, scheme, level, year, rank, code, class",
                """
                SELECT scenario_id, pair_id, scheme, level, code, class, year, n, mean_degree_pct,
                  rank
                FROM gold.obstacle_summary WHERE year > 0
                """)),
        List.of(
            Chart.of("classes", ChartKind.MATRIX, "classes")
                .title("Obstacles by class of coordination", "各协调等级的障碍度")
                .note("Mean degree of obstacle in percent", "平均障碍度，%")
                .with(Role.X, "class")
                .with(Role.Y, "code")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "mean_degree_pct")
                .filters("pair_id", "scheme", "level")
                .method("obstacles"),
            Chart.of("course", ChartKind.LINES, "classes")
                .title("Obstacles over the years", "障碍度的变化")
                .note("Mean degree of obstacle in percent", "平均障碍度，%")
                .with(Role.YEAR, "year")
                .with(Role.VALUE, "mean_degree_pct")
                .with(Role.SERIES, "code")
                .filters("pair_id", "scheme", "level", "class")
                .method("obstacles")));
  }
}
