package org.renxing.jobs.report;

import java.util.List;

/** The page of how scores lie in space. */
final class SpacePage {
  private SpacePage() {}

  static Page page() {
    return new Page(
        "neighbours",
        new Label("Neighbours", "空间关联"),
        new Label("Are neighbours alike?", "相邻城市是否相似？"),
        false,
        data(),
        List.of(
            clusters(), hotSpots(), moran(), shift(), ellipses(), moves(), tests(), strengths()));
  }

  private static Chart clusters() {
    return Chart.of("clusters", ChartKind.MAP, "local")
        .title("Clusters of like and unlike neighbours", "局部莫兰聚类地图")
        .note(
            "HH: high among high; LL: low among low; HL, LH: unlike (p ≤ 0.05)",
            "HH高高、LL低低、HL高低、LH低高（p ≤ 0.05）")
        .with(Role.UNIT, "unit_id")
        .with(Role.YEAR, "year")
        .with(Role.VALUE, "local_i")
        .with(Role.CLASS, "cluster")
        .filters("measure", "weights")
        .method("space");
  }

  private static Chart hotSpots() {
    return Chart.of("spots", ChartKind.MAP, "spots")
        .title("Where high and low values gather", "冷热点分布（Getis-Ord G*）")
        .note("z of G*; hot or cold at a rate of false findings of 0.05", "G*的z值；冷热点按0.05错误发现率判定")
        .with(Role.UNIT, "unit_id")
        .with(Role.YEAR, "year")
        .with(Role.VALUE, "z")
        .with(Role.CLASS, "kind")
        .filters("measure", "weights")
        .method("space");
  }

  private static Chart moran() {
    return Chart.of("moran", ChartKind.LINES, "morans")
        .title("Likeness of neighbours over the years", "全局莫兰指数")
        .note("Moran's I; 0 is no pattern", "莫兰指数I；0表示无空间关联")
        .with(Role.YEAR, "year")
        .with(Role.VALUE, "morans_i", "expected")
        .filters("measure", "weights")
        .method("space");
  }

  private static Chart shift() {
    return Chart.of("shift", ChartKind.LINES, "centres")
        .title("How far the centre moved", "重心移动")
        .note("Kilometres from the mean centre of the year before", "与上一年重心的距离，千米")
        .with(Role.YEAR, "year")
        .with(Role.VALUE, "shift_km")
        .filters("measure")
        .method("space");
  }

  private static Chart ellipses() {
    return Chart.of("ellipses", ChartKind.TABLE, "centres")
        .title("Centres and ellipses", "重心与标准差椭圆")
        .note(
            "Mean centre, standard deviations along the axes in kilometres, angle clockwise from"
                + " north",
            "重心坐标、椭圆半轴（千米）与自正北顺时针转角")
        .with(Role.YEAR, "year")
        .filters("measure")
        .method("space");
  }

  private static Chart moves() {
    return Chart.of("moves", ChartKind.MATRIX, "moves")
        .title("Moves beside neighbours of each class", "空间马尔可夫转移概率")
        .note(
            "Probability from one year to the next; classes are quarters, Q4 the highest",
            "逐年转移概率；按四分位分类，Q4最高")
        .with(Role.X, "to_class")
        .with(Role.Y, "from_class")
        .with(Role.VALUE, "probability")
        .filters("measure", "neighbour_class")
        .method("space");
  }

  private static Chart tests() {
    return Chart.of("tests", ChartKind.TABLE, "tests")
        .title("Do moves depend on neighbours?", "转移是否取决于邻居？")
        .note("Tests of homogeneity; a low p says yes", "同质性检验；P值小表示相关")
        .filters("measure")
        .method("space");
  }

  private static Chart strengths() {
    return Chart.of("strengths", ChartKind.MAP, "gravity")
        .title("Who draws whom", "引力网络强度")
        .note(
            "Share of the strengths of the network S_i S_j / d² of overall scores",
            "综合得分引力网络 S_i S_j / d² 中的强度占比")
        .with(Role.UNIT, "unit_id")
        .with(Role.YEAR, "year")
        .with(Role.VALUE, "share")
        .filters("measure")
        .method("space");
  }

  private static List<DataSet> data() {
    return List.of(
        new DataSet(
            "morans",
            "measure, weights, year",
            """
            SELECT scenario_id, measure, weights, year, n, morans_i, expected, z, p_value
            FROM gold.spatial_autocorrelation_year
            """),
        new DataSet(
            "local",
            "measure, weights, year, unit_id",
            """
            SELECT scenario_id, measure, weights, unit_id, year, local_i,
              CASE WHEN is_significant THEN quadrant ELSE 'not significant' END AS cluster
            FROM gold.local_moran_unit_year
            """),
        new DataSet(
            "spots",
            "measure, weights, year, unit_id",
            """
            SELECT scenario_id, measure, weights, unit_id, year, z,
              coalesce(kind, 'not significant') AS kind
            FROM gold.hotspot_unit_year WHERE z IS NOT NULL
            """),
        new DataSet(
            "centres",
            "measure, year",
            """
            SELECT scenario_id, measure, year, n, lon, lat, shift_km, standard_distance_km,
              major_km, minor_km, angle_deg
            FROM gold.measure_centre_year WHERE reason IS NULL
            """),
        new DataSet(
            "moves",
            "measure, neighbour_class, from_class, to_class",
            """
            SELECT scenario_id, measure, neighbour_class, from_class, to_class, n, probability
            FROM gold.spatial_transition
            """),
        new DataSet(
            "tests",
            "measure",
            """
            SELECT scenario_id, measure, n, chi_square, likelihood_ratio, df, p_chi_square,
              p_likelihood_ratio
            FROM gold.spatial_transition_test
            """),
        new DataSet(
            "gravity",
            "measure, year, unit_id",
            """
            SELECT scenario_id, measure, unit_id, year, share
            FROM gold.gravity_unit_year WHERE share IS NOT NULL
            """));
  }
}
