package org.renxing.jobs.gold.reproduction;

import static org.renxing.jobs.gold.reproduction.Aggregate.is;
import static org.renxing.jobs.gold.reproduction.Aggregate.largest;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.ALL;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.INDICATORS;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.count;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.fact;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.less;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.names;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.of;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.sum;

import java.util.List;
import java.util.stream.Stream;
import org.renxing.jobs.gold.coupling.CouplingUnitYear;
import org.renxing.jobs.gold.reproduction.Aggregate.Condition;
import org.renxing.jobs.gold.reproduction.Aggregate.Kind;
import org.renxing.jobs.gold.reproduction.Aggregate.Relation;
import org.renxing.model.TableName;

/** What source C prints: digital technology and resilience of 285 cities. */
final class CouplingFigures {
  private static final TableName SUMMARY = TableName.gold("coupling_summary_year");
  private static final TableName GAIN = TableName.gold("coupling_gain_unit");
  private static final TableName INEQUALITY = TableName.gold("inequality_year");
  private static final TableName REGIONS = TableName.gold("inequality_group_year");
  private static final TableName OBSTACLES = TableName.gold("obstacle_summary");
  private static final Condition PAIR = is("pair_id", "digital-resilience");
  private static final int FIRST = 2012;
  private static final int LAST = 2021;

  /** The cities of Table 3, in the order of the table. */
  private static final String TOP_2012 =
      "北京、上海、深圳、东莞、广州、天津、苏州、重庆、杭州、武汉、南京、西安、成都、厦门、长沙、无锡、郑州、济南、珠海、宁波";

  private static final String TOP_2017 =
      "北京、深圳、上海、东莞、广州、杭州、成都、苏州、南京、武汉、重庆、天津、珠海、西安、厦门、济南、郑州、无锡、宁波、中山";
  private static final String TOP_2021 =
      "北京、深圳、上海、广州、杭州、珠海、佛山、成都、东莞、南京、宁波、苏州、武汉、重庆、舟山、厦门、长沙、西安、天津、合肥";

  private CouplingFigures() {}

  static List<ReproducedFigure> all() {
    return Stream.of(
            frame(),
            degrees(),
            table3(2012, TOP_2012),
            table3(2017, TOP_2017),
            table3(2021, TOP_2021),
            gini(),
            obstacles())
        .flatMap(List::stream)
        .toList();
  }

  /** Cities and indicators. */
  private static List<ReproducedFigure> frame() {
    return List.of(
        of("C|III.2|cities", CouplingUnitYear.TABLE, count("unit_id", PAIR)),
        fact(
            "C|Table 1|indicators of resilience",
            INDICATORS,
            count("indicator_code", is("system", "resilience"))),
        fact(
            "C|Table 1|indicators of digital technology",
            INDICATORS,
            count("indicator_code", is("system", "digital"))),
        fact(
            "C|Table 1|dimensions of resilience; of digital technology",
            INDICATORS,
            count("criterion", is("system", "resilience")),
            count("criterion", is("system", "digital"))));
  }

  private static List<ReproducedFigure> degrees() {
    return List.of(
        of(
            "C|Figure 2|coupling 2012-2015 / 2016-2021",
            SUMMARY,
            national(Kind.MEAN, "mean_c", new Condition("year", Relation.AT_MOST, "2015")),
            national(Kind.MEAN, "mean_c", new Condition("year", Relation.AT_LEAST, "2016"))),
        of(
            "C|Figure 2|coupling, national mean",
            SUMMARY,
            national(Kind.SMALLEST, "mean_c"),
            national(Kind.LARGEST, "mean_c")),
        of(
            "C|Figure 2|coordination, national mean",
            SUMMARY,
            national(Kind.SMALLEST, "mean_d"),
            national(Kind.LARGEST, "mean_d")),
        of(
            "C|IV.2|provinces at 0.6-0.8; at 0.4-0.6",
            SUMMARY,
            Aggregate.of(
                Kind.NAMES,
                "group_value",
                PAIR,
                is("group_type", "province_name"),
                is("year", LAST),
                new Condition("mean_d", Relation.AT_LEAST, "0.4"))),
        of(
            "C|IV.2|gain of coordination over 0.2, 2012-2021",
            GAIN,
            names(is("is_over_0_2", true))));
  }

  /** Names, and their three scores, of the first 20 cities of a year. */
  private static List<ReproducedFigure> table3(int year, String cities) {
    return List.of(
        of(
            "C|Table 3|first 20 cities by coordination " + year,
            CouplingUnitYear.TABLE,
            names(PAIR, is("year", year), new Condition("order_no", Relation.AT_MOST, "20"))
                .with("order_no")),
        of(
            "C|Table 3|coordination of these 20 cities " + year,
            CouplingUnitYear.TABLE,
            each("d", year, cities)),
        of(
            "C|Table 3|resilience of these 20 cities " + year,
            CouplingUnitYear.TABLE,
            each("e", year, cities)),
        of(
            "C|Table 3|digital technology of these 20 cities " + year,
            CouplingUnitYear.TABLE,
            each("s", year, cities)));
  }

  private static Aggregate[] each(String column, int year, String cities) {
    return Stream.of(cities.split("、", -1))
        .map(city -> largest(column, PAIR, is("year", year), is("unit_name", city + "市")))
        .toArray(Aggregate[]::new);
  }

  private static List<ReproducedFigure> gini() {
    Stream<ReproducedFigure> whole =
        Stream.of(
            of(
                "C|Figure 3|Dagum Gini of coordination 2012, 2016, 2021",
                INEQUALITY,
                gini(FIRST),
                gini(2016),
                gini(LAST)),
            sum(
                "C|Figure 3|fall of the Gini of coordination 2012 -> 2021",
                INEQUALITY,
                gini(FIRST),
                less(gini(LAST))),
            of(
                "C|Figure 3|regions from the lowest Gini of coordination to the highest 2021",
                REGIONS,
                Aggregate.of(
                        Kind.NAMES,
                        "group_value",
                        is("measure", "d.digital-resilience"),
                        is("grouping", "region7"),
                        is("year", LAST))
                    .with("gini")));
    Stream<ReproducedFigure> changes =
        Stream.of(
                "Southwest", "Northwest", "Central China", "North China", "East China", "Northeast")
            .map(
                region ->
                    sum(
                        "C|Figure 3|change of the Gini of coordination 2012 -> 2021: " + region,
                        REGIONS,
                        gini(LAST, is("group_value", region)),
                        less(gini(FIRST, is("group_value", region)))));
    return Stream.concat(whole, changes).toList();
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
        sum(
            "C|IV.3|digital infrastructure and social resilience together",
            OBSTACLES,
            obstacle("criterion", "digital-infrastructure"),
            obstacle("criterion", "social-resilience")),
        of(
            "C|IV.3|ecological resilience",
            OBSTACLES,
            obstacle("criterion", "ecological-resilience")));
  }

  private static Aggregate national(Kind kind, String column, Condition... years) {
    Stream<Condition> whole = Stream.of(PAIR, ALL);
    return Aggregate.of(
        kind, column, Stream.concat(whole, Stream.of(years)).toArray(Condition[]::new));
  }

  private static Aggregate gini(int year, Condition... more) {
    Stream<Condition> measure =
        Stream.of(
            is("measure", "d.digital-resilience"), is("grouping", "region7"), is("year", year));
    return largest("gini", Stream.concat(measure, Stream.of(more)).toArray(Condition[]::new));
  }

  private static Aggregate obstacle(String level, String code) {
    return largest(
        "mean_degree_pct",
        PAIR,
        is("class", "all"),
        is("year", 0),
        is("level", level),
        is("code", code));
  }
}
