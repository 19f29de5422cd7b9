package org.renxing.jobs.gold.reproduction;

import static org.renxing.jobs.gold.reproduction.Aggregate.is;
import static org.renxing.jobs.gold.reproduction.Aggregate.largest;

import java.util.List;
import java.util.stream.Stream;
import org.renxing.jobs.gold.index.IndexScore;
import org.renxing.jobs.gold.index.IndexSummary;
import org.renxing.jobs.gold.reproduction.Aggregate.Condition;
import org.renxing.jobs.gold.reproduction.Aggregate.Kind;
import org.renxing.jobs.gold.reproduction.Aggregate.Relation;
import org.renxing.jobs.gold.shrinkage.ShrinkageSummary;
import org.renxing.jobs.gold.shrinkage.ShrinkageUnit;
import org.renxing.model.TableName;

/**
 * How a printed figure is computed: aggregates of a gold table of the scenario that asks for it.
 *
 * @param key of the figure: source|place|figure
 * @param isFact whether it does not rest on figures of sources, so that samples bear it too
 * @param numbers in the order of the printed numbers, each a sum of aggregates; or, without such,
 *     one aggregate that is a text
 */
record ReproducedFigure(
    String key, TableName table, boolean isFact, List<List<Aggregate>> numbers) {
  private static final TableName INEQUALITY = TableName.gold("inequality_year");
  private static final TableName COURSE = TableName.gold("index_summary_unit");
  private static final TableName COUPLING = TableName.gold("coupling_summary_year");
  private static final TableName GAIN = TableName.gold("coupling_gain_unit");
  private static final TableName DEA = TableName.gold("dea_summary_year");
  private static final TableName OBSTACLES = TableName.gold("obstacle_summary");
  private static final TableName CARBON = TableName.gold("carbon_unit_year");
  private static final TableName CARBON_SUMMARY = TableName.gold("carbon_summary_year");
  private static final TableName PEAKS = TableName.gold("carbon_projection_group");
  private static final TableName UNITS = TableName.gold("dim_unit");
  private static final TableName INDICATORS = TableName.gold("dim_indicator");
  private static final Condition ALL = is("group_type", "all");

  ReproducedFigure {
    numbers = numbers.stream().map(List::copyOf).toList();
  }

  /** All; a line a figure. */
  static List<ReproducedFigure> all() {
    return Stream.of(resilience(), others(), obstacles(), carbon()).flatMap(List::stream).toList();
  }

  private static List<ReproducedFigure> resilience() {
    return List.of(
        table4("overall resilience: n, mean, sd, min, max", "overall", "n"),
        table4("social: mean, sd, min, max", "social"),
        table4("economic: mean, sd, min, max", "economic"),
        table4("engineering: mean, sd, min, max", "engineering"),
        table4("ecological: mean, sd, min, max", "ecological"),
        of("R|2.1.2|mean resilience 2010 -> 2019", IndexSummary.TABLE, yearly("mean")),
        of(
            "R|2.1.2|cities above the mean, 2010 and 2019",
            IndexSummary.TABLE,
            yearly("above_mean")),
        of(
            "R|2.1.2|always above the mean",
            COURSE,
            names(
                is("scheme", "critic"), is("system", "overall"), is("is_always_above_mean", true))),
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
        fact("R|1.5|provinces covered", UNITS, Aggregate.of(Kind.COUNT, "province_code")),
        fact(
            "C|Table 1|indicators of resilience",
            INDICATORS,
            Aggregate.of(Kind.COUNT, "indicator_code", is("system", "resilience"))),
        of(
            "C|Figure 2|coupling 2012-2015 / 2016-2021",
            COUPLING,
            national(Kind.MEAN, "mean_c", new Condition("year", Relation.AT_MOST, "2015")),
            national(Kind.MEAN, "mean_c", new Condition("year", Relation.AT_LEAST, "2016"))),
        of(
            "C|Figure 2|coordination, national mean",
            COUPLING,
            national(Kind.SMALLEST, "mean_d"),
            national(Kind.LARGEST, "mean_d")),
        of(
            "C|Figure 3|Dagum Gini of coordination 2012, 2016, 2021",
            INEQUALITY,
            gini(2012),
            gini(2016),
            gini(2021)),
        of("C|IV.2|gain of coordination over 0.2, 2012-2021", GAIN, names(is("is_over_0_2", true))),
        of(
            "Q|refs 14-15|126 resource prefectures 2010-2020: growing, shrinking",
            ShrinkageSummary.TABLE,
            resource("n").with("n_shrinking"),
            resource("n_shrinking"),
            resource("share_shrinking")),
        of(
            "X|case 2|Fuxin resident population 2000, 2010, 2014",
            ShrinkageUnit.TABLE,
            largest("population_from", is("unit_id", "210900"), is("year_from", 2010))));
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
        new ReproducedFigure(
            "C|IV.3|digital infrastructure and social resilience together",
            OBSTACLES,
            false,
            List.of(
                List.of(
                    obstacle("criterion", "digital-infrastructure"),
                    obstacle("criterion", "social-resilience")))),
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
            names(is("year", 2019), new Condition("order_no", Relation.AT_MOST, "5"))
                .with("order_no")),
        of(
            "R|introduction|peak of the 126 resource prefectures: year, emissions",
            PEAKS,
            peak("peak_year"),
            peak("peak_t").scaled(1, 1e8)),
        of(
            "Q|interview 1|resource cities 2020: share of population, GDP, CO2",
            CARBON_SUMMARY,
            resourceCities("share_population").scaled(100, 1),
            resourceCities("share_gdp").scaled(100, 1),
            resourceCities("share_emissions").scaled(100, 1)),
        of(
            "Q|interview 1|CO2 per capita and per GDP of resource cities",
            CARBON_SUMMARY,
            resourceCities("per_capita_t"),
            resourceCities("per_gdp_t_per_10k_cny")));
  }

  private static ReproducedFigure of(String key, TableName table, Aggregate... numbers) {
    return new ReproducedFigure(key, table, false, Stream.of(numbers).map(List::of).toList());
  }

  private static ReproducedFigure fact(String key, TableName table, Aggregate number) {
    return new ReproducedFigure(key, table, true, List.of(List.of(number)));
  }

  private static ReproducedFigure table4(String figure, String system, String... before) {
    Aggregate[] aggregates =
        Stream.concat(
                Stream.of(before),
                Stream.of("mean", "sd", "min", "max").map(one -> one + "_contribution"))
            .map(
                column ->
                    largest(
                        column, is("scheme", "critic"), is("year", 0), is("system", system), ALL))
            .toArray(Aggregate[]::new);
    return of("R|Table 4|" + figure, IndexSummary.TABLE, aggregates);
  }

  private static ReproducedFigure coordination(String system) {
    Aggregate[] years =
        Stream.of(2010, 2019)
            .map(
                year ->
                    largest(
                        "mean_theta",
                        is("model", "ccr"),
                        is("output_system", system),
                        ALL,
                        is("year", year)))
            .toArray(Aggregate[]::new);
    return of("R|2.1.3 and Figure 3|coordination " + system + " 2010 -> 2019", DEA, years);
  }

  /** The units of which conditions hold. */
  private static Aggregate names(Condition... conditions) {
    return Aggregate.of(Kind.NAMES, "unit_name", conditions);
  }

  private static Aggregate overall(String column, Condition... more) {
    Stream<Condition> whole = Stream.of(is("scheme", "critic"), is("system", "overall"));
    return largest(column, Stream.concat(whole, Stream.of(more)).toArray(Condition[]::new));
  }

  private static Aggregate[] yearly(String column) {
    return new Aggregate[] {
      overall(column, ALL, is("year", 2010)), overall(column, ALL, is("year", 2019))
    };
  }

  private static Aggregate[] course(String unit) {
    return new Aggregate[] {
      overall("score_first", is("unit_id", unit)), overall("score_last", is("unit_id", unit))
    };
  }

  private static Aggregate weight(String system) {
    return largest("system_weight", is("scheme", "critic"), is("system", system));
  }

  private static Aggregate national(Kind kind, String column, Condition... years) {
    Stream<Condition> pair = Stream.of(is("pair_id", "digital-resilience"), ALL);
    return Aggregate.of(
        kind, column, Stream.concat(pair, Stream.of(years)).toArray(Condition[]::new));
  }

  private static Aggregate gini(int year) {
    return largest(
        "gini", is("measure", "d.digital-resilience"), is("grouping", "region7"), is("year", year));
  }

  private static Aggregate obstacle(String level, String code) {
    return largest(
        "mean_degree_pct",
        is("pair_id", "digital-resilience"),
        is("class", "all"),
        is("year", 0),
        is("level", level),
        is("code", code));
  }

  /** In 10^4 t, first and last year. */
  private static Aggregate[] emissions(String unit) {
    return Stream.of(2010, 2019)
        .map(year -> largest("emissions_t", is("unit_id", unit), is("year", year)).scaled(1, 1e4))
        .toArray(Aggregate[]::new);
  }

  private static Aggregate resourceCities(String column) {
    return largest(
        column, is("group_type", "is_resource_based"), is("group_value", "true"), is("year", 2020));
  }

  private static Aggregate peak(String column) {
    return largest(
        column,
        is("group_type", "is_resource_based"),
        is("group_value", "true"),
        is("growth_scenario", "baseline"));
  }

  private static Aggregate resource(String column) {
    return largest(
        column,
        is("group_type", "is_resource_based"),
        is("group_value", "true"),
        is("year_from", 2010),
        is("year_to", 2020));
  }
}
