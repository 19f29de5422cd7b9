package org.renxing.jobs.gold.reproduction;

import static org.renxing.jobs.gold.reproduction.Aggregate.is;
import static org.renxing.jobs.gold.reproduction.Aggregate.largest;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.ALL;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.INDICATORS;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.UNITS;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.count;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.fact;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.names;
import static org.renxing.jobs.gold.reproduction.ReproducedFigure.of;

import java.util.List;
import java.util.stream.Stream;
import org.renxing.jobs.gold.index.IndexScore;
import org.renxing.jobs.gold.index.IndexSummary;
import org.renxing.jobs.gold.reproduction.Aggregate.Condition;
import org.renxing.jobs.gold.reproduction.Aggregate.Relation;
import org.renxing.model.TableName;

/** What source R prints: resilience of 30 resource-based cities. */
final class ResilienceFigures {
  private static final TableName COURSE = TableName.gold("index_summary_unit");
  private static final TableName DEA = TableName.gold("dea_summary_year");
  private static final TableName CARBON = TableName.gold("carbon_unit_year");
  private static final TableName PEAKS = TableName.gold("carbon_projection_group");
  private static final int CITIES = 30;

  private ResilienceFigures() {}

  static List<ReproducedFigure> all() {
    return Stream.of(frame(), scores(), coordination(), carbon()).flatMap(List::stream).toList();
  }

  /** Cities and indicators. */
  private static List<ReproducedFigure> frame() {
    return List.of(
        fact("R|1.5|provinces covered", UNITS, count("province_code")),
        fact("R|1.5|cities", UNITS, count("unit_id")),
        fact("R|1.2|indicators", INDICATORS, count("indicator_code")),
        fact(
            "R|Table 1|indicators by system: social, economic, engineering, ecological",
            INDICATORS,
            counts("indicator_code", "system", "social", "economic", "engineering", "ecological")),
        fact(
            "R|Table 2|cities by life cycle: growing, mature, declining, regenerative",
            UNITS,
            counts("unit_id", "life_cycle", "growing", "mature", "declining", "regenerative")),
        fact(
            "R|Table 3|cities by endowment: coal, oil and gas, metal and non-metal",
            UNITS,
            counts("unit_id", "endowment", "coal", "oil_gas", "metal_nonmetal")));
  }

  private static List<ReproducedFigure> scores() {
    return List.of(
        table4("overall resilience: n, mean, sd, min, max", "overall", "n"),
        table4("social: mean, sd, min, max", "social"),
        table4("economic: mean, sd, min, max", "economic"),
        table4("engineering: mean, sd, min, max", "engineering"),
        table4("ecological: mean, sd, min, max", "ecological"),
        of(
            "R|2.1.1|ecological in the prose: min, max",
            IndexSummary.TABLE,
            contribution("ecological", "min_contribution"),
            contribution("ecological", "max_contribution")),
        of("R|2.1.2|mean resilience 2010 -> 2019", IndexSummary.TABLE, yearly("mean")),
        of(
            "R|2.1.2|growth of the mean 2010 -> 2019",
            IndexSummary.TABLE,
            overall("growth_since_first", ALL, is("year", 2019)).scaled(100, 1)),
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
        of("R|2.1.2|growth of 韶关市 2010 -> 2019", COURSE, growth("440200")),
        of("R|2.1.2|growth of 白银市 2010 -> 2019", COURSE, growth("620400")),
        of("R|2.1.2|highest city 2010", IndexScore.TABLE, atPlace(1, 2010)),
        of("R|2.1.2|lowest city 2010", IndexScore.TABLE, atPlace(CITIES, 2010)),
        of("R|2.1.2|highest city 2019", IndexScore.TABLE, atPlace(1, 2019)),
        of("R|2.1.2|lowest city 2019", IndexScore.TABLE, atPlace(CITIES, 2019)),
        of(
            "R|eq. 8|system weights social, economic, engineering, ecological",
            IndexScore.TABLE,
            weight("social"),
            weight("economic"),
            weight("engineering"),
            weight("ecological")));
  }

  private static List<ReproducedFigure> coordination() {
    return List.of(
        coordination("economic"), coordination("ecological"), coordination("engineering"));
  }

  private static List<ReproducedFigure> carbon() {
    return List.of(
        of("R|2.2|carbon 唐山市 2010 -> 2019", CARBON, emissions("130200")),
        of("R|2.2|carbon 南平市 2010 -> 2019", CARBON, emissions("350700")),
        of("R|2.2|carbon 唐山市 2010 -> 2019 by EDGAR v8", CARBON, emissions("130200")),
        of("R|2.2|carbon 南平市 2010 -> 2019 by EDGAR v8", CARBON, emissions("350700")),
        of(
            "R|2.2|top five emitters 2019",
            CARBON,
            names(is("year", 2019), new Condition("order_no", Relation.AT_MOST, "5"))
                .with("order_no")),
        of("R|2.2|highest emitter 2019", CARBON, names(is("year", 2019), is("order_no", 1))),
        of("R|2.2|lowest emitter 2019", CARBON, names(is("year", 2019), is("order_no", CITIES))),
        of(
            "R|introduction|peak of the 126 resource prefectures: year, emissions",
            PEAKS,
            peak("peak_year"),
            peak("peak_t").scaled(1, 1e8)));
  }

  /** Of resource-based cities as before, without further policy. */
  private static Aggregate peak(String column) {
    return largest(
        column,
        is("group_type", "is_resource_based"),
        is("group_value", "true"),
        is("growth_scenario", "baseline"));
  }

  private static Aggregate[] counts(String counted, String by, String... values) {
    return Stream.of(values).map(value -> count(counted, is(by, value))).toArray(Aggregate[]::new);
  }

  private static ReproducedFigure table4(String figure, String system, String... before) {
    Aggregate[] aggregates =
        Stream.concat(
                Stream.of(before),
                Stream.of("mean", "sd", "min", "max").map(one -> one + "_contribution"))
            .map(column -> contribution(system, column))
            .toArray(Aggregate[]::new);
    return of("R|Table 4|" + figure, IndexSummary.TABLE, aggregates);
  }

  /** Over all cities and years. */
  private static Aggregate contribution(String system, String column) {
    return largest(column, is("scheme", "critic"), is("year", 0), is("system", system), ALL);
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

  /** In per cent, first year to last. */
  private static Aggregate growth(String unit) {
    return overall("growth", is("unit_id", unit)).scaled(100, 1);
  }

  /** The city at a place of the order of a year. */
  private static Aggregate atPlace(int place, int year) {
    return names(
        is("scheme", "critic"), is("system", "overall"), is("year", year), is("order_no", place));
  }

  private static Aggregate weight(String system) {
    return largest("system_weight", is("scheme", "critic"), is("system", system));
  }

  /** In 10^4 t, first and last year. */
  private static Aggregate[] emissions(String unit) {
    return Stream.of(2010, 2019)
        .map(year -> largest("emissions_t", is("unit_id", unit), is("year", year)).scaled(1, 1e4))
        .toArray(Aggregate[]::new);
  }
}
