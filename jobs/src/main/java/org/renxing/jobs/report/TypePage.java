package org.renxing.jobs.report;

import java.util.List;

/** The page of typologies: which kinds of units there are. */
final class TypePage {
  private static final String TYPOLOGY = "typology_id";

  private TypePage() {}

  static Page page() {
    return new Page(
        "types",
        new Label("Types", "类型"),
        new Label("Which kinds of units are there?", "有哪些类型的城市？"),
        false,
        data(),
        List.of(map(), counts(), profile(), moves(), middles(), selection(), stability()));
  }

  private static Chart map() {
    return Chart.of("map", ChartKind.MAP, "members")
        .title("Types on the map", "类型分布")
        .note("Types count upwards by the mean of the measure that orders them", "类型按排序指标的均值从低到高编号")
        .with(Role.UNIT, "unit_id")
        .with(Role.YEAR, "year")
        .with(Role.VALUE, "type")
        .with(Role.CLASS, "type_name")
        .filters(TYPOLOGY)
        .method("types");
  }

  private static Chart counts() {
    return Chart.of("counts", ChartKind.STACK, "counts")
        .title("How many units are of each type", "各类型数量的变化")
        .note("Units", "单位数")
        .with(Role.YEAR, "year")
        .with(Role.VALUE, "n")
        .with(Role.SERIES, "type_name")
        .filters(TYPOLOGY)
        .method("types");
  }

  private static Chart profile() {
    return Chart.of("profile", ChartKind.MATRIX, "profiles")
        .title("What types are like", "类型特征")
        .note("Mean of the type less that of all, in standard deviations", "类型均值与总体均值之差，以标准差为单位")
        .with(Role.X, "type_name")
        .with(Role.Y, "feature")
        .with(Role.VALUE, "standardised_difference")
        .filters(TYPOLOGY, "years")
        .method("types");
  }

  private static Chart moves() {
    return Chart.of("moves", ChartKind.MATRIX, "moves")
        .title("From one type to another", "类型转移")
        .note("Share of the moves from a type, a year to the next", "逐年转移占原类型的比例")
        .with(Role.X, "type_name_to")
        .with(Role.Y, "type_name_from")
        .with(Role.VALUE, "share")
        .filters(TYPOLOGY)
        .method("types");
  }

  private static Chart middles() {
    return Chart.of("middles", ChartKind.TABLE, "middles")
        .title("Types, and the unit in the middle of each", "各类型的代表单位")
        .note("The medoid has the least sum of distances from the others", "代表单位到其余单位的距离之和最小")
        .filters(TYPOLOGY, "years")
        .method("types");
  }

  private static Chart selection() {
    return Chart.of("selection", ChartKind.TABLE, "selection")
        .title("How many types", "类型数的选择")
        .note("Criteria by number of types", "各类型数的准则值")
        .filters(TYPOLOGY, "years")
        .method("types");
  }

  private static Chart stability() {
    return Chart.of("stability", ChartKind.TABLE, "stability")
        .title("Do types hold when other units are drawn?", "类型的稳定性")
        .note(
            "Adjusted Rand index over resamples of units; 1 is the same types",
            "对单位重抽样的调整兰德指数；1表示类型相同")
        .filters(TYPOLOGY)
        .method("types");
  }

  private static List<DataSet> data() {
    return List.of(
        new DataSet(
            "members",
            "typology_id, year, unit_id",
            """
            SELECT scenario_id, typology_id, unit_id, year, type, type_name, distance, probability,
              silhouette
            FROM gold.unit_type WHERE type IS NOT NULL
            """),
        new DataSet(
            "counts",
            "typology_id, year, type",
            """
            SELECT scenario_id, typology_id, year, type, type_name, count(*) AS n
            FROM gold.unit_type WHERE type IS NOT NULL GROUP BY ALL
            """),
        new DataSet(
            "profiles",
            "typology_id, years, type, feature",
            """
            SELECT scenario_id, typology_id, years, type, type_name, feature, n, mean, sd,
              standardised_difference
            FROM gold.unit_type_profile
            """),
        new DataSet(
            "moves",
            "typology_id, type_from, type_to",
            """
            SELECT scenario_id, typology_id, type_from, type_to, type_name_from, type_name_to, n,
              share
            FROM gold.unit_type_transition WHERE is_pooled
            """),
        new DataSet(
            "middles",
            "typology_id, years, type",
            """
            SELECT DISTINCT scenario_id, typology_id, years, type, type_name, n, share, silhouette,
              medoid_unit_id AS unit_id, medoid_year
            FROM gold.unit_type_profile
            """),
        new DataSet(
            "selection",
            "typology_id, years, k",
            """
            SELECT scenario_id, typology_id, years, k, is_chosen, n, within AS sum_within,
              silhouette, bic, gap, gap_error, reason
            FROM gold.unit_type_selection
            """),
        new DataSet(
            "stability",
            "typology_id, years",
            """
            SELECT scenario_id, typology_id, years, k, n_units, resamples, rand_mean, rand_min,
              rand_sd, reason
            FROM gold.unit_type_stability
            """));
  }
}
