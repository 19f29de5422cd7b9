package org.renxing.jobs.gold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.renxing.model.TableName;

/**
 * How a printed figure is computed: aggregates of a gold table of the scenario that asks for it.
 *
 * @param key of the figure: source|place|figure
 * @param isFact whether it does not rest on figures of sources, so that samples bear it too
 * @param numbers SQL aggregates in the order of the printed numbers, each for a number or, without
 *     such, one for a text
 */
record ReproducedFigure(String key, TableName table, boolean isFact, List<String> numbers) {
  private static final TableName INEQUALITY = TableName.gold("inequality_year");
  private static final TableName COURSE = TableName.gold("index_summary_unit");
  private static final TableName COUPLING = TableName.gold("coupling_summary_year");
  private static final TableName GAIN = TableName.gold("coupling_gain_unit");
  private static final TableName DEA = TableName.gold("dea_summary_year");
  private static final TableName OBSTACLES = TableName.gold("obstacle_summary");
  private static final TableName CARBON = TableName.gold("carbon_unit_year");
  private static final TableName CARBON_SUMMARY = TableName.gold("carbon_summary_year");
  private static final TableName UNITS = TableName.gold("dim_unit");
  private static final TableName INDICATORS = TableName.gold("dim_indicator");
  private static final String ALL = " AND group_type = 'all'";

  /** All; a line a figure. */
  static List<ReproducedFigure> all() {
    return Stream.of(resilience(), others(), obstacles(), carbon()).flatMap(List::stream).toList();
  }

  private static List<ReproducedFigure> resilience() {
    return List.of(
        table4("overall resilience: n, mean, sd, min, max", "overall", "max(n)"),
        table4("social: mean, sd, min, max", "social"),
        table4("economic: mean, sd, min, max", "economic"),
        table4("engineering: mean, sd, min, max", "engineering"),
        table4("ecological: mean, sd, min, max", "ecological"),
        of("R|2.1.2|mean resilience 2010 -> 2019", IndexSummary.TABLE, yearly("max(mean)")),
        of(
            "R|2.1.2|cities above the mean, 2010 and 2019",
            IndexSummary.TABLE,
            yearly("max(above_mean)")),
        of(
            "R|2.1.2|always above the mean",
            COURSE,
            names("scheme = 'critic' AND system = 'overall' AND is_always_above_mean")),
        of("R|2.1.2|highest: 韶关市 2010 -> 2019", COURSE, course("440200")),
        of("R|2.1.2|lowest: 白银市 2010 -> 2019", COURSE, course("620400")),
        coordination("economic"),
        coordination("ecological"),
        coordination("engineering"),
        of(
            "R|eq. 8|system weights social, economic, engineering, ecological",
            IndexScore.TABLE,
            weight("social"),
            weight("economic"),
            weight("engineering"),
            weight("ecological")));
  }

  private static List<ReproducedFigure> others() {
    return List.of(
        fact("R|1.5|provinces covered", UNITS, "count(DISTINCT province_code)"),
        fact(
            "C|Table 1|indicators of resilience",
            INDICATORS,
            "count(DISTINCT CASE WHEN system = 'resilience' THEN indicator_code END)"),
        of(
            "C|Figure 2|coupling 2012-2015 / 2016-2021",
            COUPLING,
            national("avg(mean_c)", "year <= 2015"),
            national("avg(mean_c)", "year >= 2016")),
        of(
            "C|Figure 2|coordination, national mean",
            COUPLING,
            national("min(mean_d)", "TRUE"),
            national("max(mean_d)", "TRUE")),
        of(
            "C|Figure 3|Dagum Gini of coordination 2012, 2016, 2021",
            INEQUALITY,
            gini(2012),
            gini(2016),
            gini(2021)),
        of("C|IV.2|gain of coordination over 0.2, 2012-2021", GAIN, names("is_over_0_2")),
        of(
            "Q|refs 14-15|126 resource prefectures 2010-2020: growing, shrinking",
            ShrinkageSummary.TABLE,
            resource("max(n - n_shrinking)"),
            resource("max(n_shrinking)"),
            resource("max(share_shrinking)")),
        of(
            "X|case 2|Fuxin resident population 2000, 2010, 2014",
            ShrinkageUnit.TABLE,
            "max(population_from) FILTER (WHERE unit_id = '210900' AND year_from = 2010)"));
  }

  private static List<ReproducedFigure> obstacles() {
    return List.of(
        of(
            "C|IV.3|top five obstacles",
            OBSTACLES,
            obstacle("indicator", "di2"),
            obstacle("indicator", "di1"),
            obstacle("indicator", "dc3"),
            obstacle("indicator", "rs3"),
            obstacle("indicator", "rs2")),
        of(
            "C|IV.3|digital infrastructure and social resilience together",
            OBSTACLES,
            obstacle("criterion", "digital-infrastructure")
                + " + "
                + obstacle("criterion", "social-resilience")),
        of(
            "C|IV.3|ecological resilience",
            OBSTACLES,
            obstacle("criterion", "ecological-resilience")));
  }

  private static List<ReproducedFigure> carbon() {
    return List.of(
        of("R|2.2|carbon 唐山市 2010 -> 2019", CARBON, emissions("130200")),
        of("R|2.2|carbon 南平市 2010 -> 2019", CARBON, emissions("350700")),
        of(
            "R|2.2|top five emitters 2019",
            CARBON,
            "nullif(array_join(transform(array_sort(collect_list(CASE WHEN year = 2019"
                + " AND order_no <= 5 THEN struct(order_no, unit_name) END)),"
                + " x -> x.unit_name), '、'), '')"),
        of(
            "Q|interview 1|resource cities 2020: share of population, GDP, CO2",
            CARBON_SUMMARY,
            resourceCities("100 * max(share_population)"),
            resourceCities("100 * max(share_gdp)"),
            resourceCities("100 * max(share_emissions)")),
        of(
            "Q|interview 1|CO2 per capita and per GDP of resource cities",
            CARBON_SUMMARY,
            resourceCities("max(per_capita_t)"),
            resourceCities("max(per_gdp_t_per_10k_cny)")));
  }

  private static ReproducedFigure of(String key, TableName table, String... numbers) {
    return new ReproducedFigure(key, table, false, List.of(numbers));
  }

  private static ReproducedFigure fact(String key, TableName table, String number) {
    return new ReproducedFigure(key, table, true, List.of(number));
  }

  private static ReproducedFigure table4(String figure, String system, String... before) {
    String where =
        " FILTER (WHERE scheme = 'critic' AND year = 0 AND system = '" + system + "'" + ALL + ")";
    List<String> aggregates = new ArrayList<>(Arrays.asList(before));
    for (String one : List.of("mean", "sd", "min", "max")) {
      aggregates.add("max(" + one + "_contribution)");
    }
    return new ReproducedFigure(
        "R|Table 4|" + figure,
        IndexSummary.TABLE,
        false,
        aggregates.stream().map(text -> text + where).toList());
  }

  private static ReproducedFigure coordination(String system) {
    String what =
        "max(mean_theta) FILTER (WHERE model = 'ccr' AND output_system = '" + system + "'" + ALL;
    return of(
        "R|2.1.3 and Figure 3|coordination " + system + " 2010 -> 2019",
        DEA,
        what + " AND year = 2010)",
        what + " AND year = 2019)");
  }

  /** The units of which a condition holds; empty for none, null where it is not known of any. */
  private static String names(String condition) {
    String those = "CASE WHEN " + condition + " THEN unit_name END";
    String list = "array_join(array_sort(collect_set(" + those + ")), '、')";
    return "CASE WHEN count(" + condition + ") > 0 THEN " + list + " END";
  }

  private static String overall() {
    return " FILTER (WHERE scheme = 'critic' AND system = 'overall'";
  }

  private static String[] yearly(String aggregate) {
    return new String[] {
      aggregate + overall() + ALL + " AND year = 2010)",
      aggregate + overall() + ALL + " AND year = 2019)"
    };
  }

  private static String[] course(String unit) {
    String where = overall() + " AND unit_id = '" + unit + "')";
    return new String[] {"max(score_first)" + where, "max(score_last)" + where};
  }

  private static String weight(String system) {
    return "max(system_weight) FILTER (WHERE scheme = 'critic' AND system = '" + system + "')";
  }

  private static String national(String aggregate, String years) {
    return aggregate + " FILTER (WHERE pair_id = 'digital-resilience' AND " + years + ALL + ")";
  }

  private static String gini(int year) {
    return "max(gini) FILTER (WHERE measure = 'd.digital-resilience' AND grouping = 'region7' AND year = "
        + year
        + ")";
  }

  private static String obstacle(String level, String code) {
    return "max(mean_degree_pct) FILTER (WHERE pair_id = 'digital-resilience' AND class = 'all'"
        + " AND year = 0 AND level = '%s' AND code = '%s')".formatted(level, code);
  }

  /** In 10^4 t, first and last year. */
  private static String[] emissions(String unit) {
    String where = " FILTER (WHERE unit_id = '" + unit + "' AND year = ";
    return new String[] {
      "max(emissions_t / 1e4)" + where + "2010)", "max(emissions_t / 1e4)" + where + "2019)"
    };
  }

  private static String resourceCities(String aggregate) {
    return aggregate
        + " FILTER (WHERE group_type = 'is_resource_based' AND group_value = 'true' AND year = 2020)";
  }

  private static String resource(String aggregate) {
    return aggregate
        + " FILTER (WHERE group_type = 'is_resource_based' AND group_value = 'true'"
        + " AND year_from = 2010 AND year_to = 2020)";
  }
}
