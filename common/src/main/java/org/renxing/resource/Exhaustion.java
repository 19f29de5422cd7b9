package org.renxing.resource;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.renxing.index.panel.StatisticColumns;
import org.renxing.model.ResourceRules;
import org.renxing.model.ResourceRules.Verdict;
import org.renxing.model.Statistic;
import org.renxing.territory.Boundaries;

/**
 * Whether a resource city is exhausted (X, after the office for the north-east of the State
 * Council): three rules in three-valued logic. Missing evidence is unknown, never no.
 */
public final class Exhaustion {
  /** A rule holds. */
  public static final String TRUE = "true";

  /** A rule does not hold. */
  public static final String FALSE = "false";

  /** The evidence does not say. */
  public static final String UNKNOWN = "unknown";

  private static final Map<String, Statistic> COMPARED = new LinkedHashMap<>();

  static {
    COMPARED.put("industrial output", Statistic.OUTPUT_INDUSTRY);
    COMPARED.put("industrial employment", Statistic.EMPLOYMENT_INDUSTRY);
    COMPARED.put("extractive output", Statistic.OUTPUT_EXTRACTIVE);
    COMPARED.put("extractive employment", Statistic.EMPLOYMENT_EXTRACTIVE);
  }

  private static final int LEAST_FALLING = 3;
  private static final double UNEMPLOYMENT = 10;
  private static final double YEARS = 40;

  private Exhaustion() {}

  /**
   * One row a unit and year: base_year, n_compared (of the four figures those known in both years),
   * n_falling (of these, lower than in the base year), unemployment_rate_pct, exploitation_years,
   * rule_a, rule_a_reason, rule_b, rule_c, verdict, evidence, boundary_flag and boundary_event (of
   * the four figures since the base year).
   *
   * <ul>
   *   <li>Rule a: at least three of industrial output, industrial employment, extractive output and
   *       extractive employment are lower than in the base year; false once too few can be. A
   *       figure that boundaries keep from being compared is as good as missing: a county that was
   *       lost is no decline. Why it is unknown: NO_LATER_YEAR (the base year and before it),
   *       BOUNDARY_BREAK, FIGURES_MISSING.
   *   <li>Rule b: registered unemployment is over 10 %, not at it.
   *   <li>Rule c: exploitation has gone on for over 40 years, not at them.
   *   <li>Verdict any: true where one is true, false where all are false; all: true where all are
   *       true, false where one is false; else unknown.
   * </ul>
   *
   * @param statistics of all units, with a row for every year
   */
  public static Dataset<Row> of(
      Dataset<Row> statistics, ResourceRules rules, Boundaries boundaries) {
    StatisticColumns s = new StatisticColumns(statistics);
    Column year = col("year");
    Column baseYear = lit(rules.baseYear());
    Column isLater = year.gt(baseYear);
    Statistic[] compared = COMPARED.values().toArray(Statistic[]::new);
    List<Column> known = new ArrayList<>();
    List<Column> falling = new ArrayList<>();
    List<Column> evidence = new ArrayList<>();
    COMPARED.forEach(
        (name, statistic) -> {
          Column now = s.of(statistic);
          Column base = max(when(year.equalTo(baseYear), now)).over(Window.partitionBy("unit_id"));
          Column isSame = boundaries.isComparable(baseYear, year, statistic);
          Column falls = when(isLater.and(isSame), now.lt(base));
          known.add(when(falls.isNotNull(), 1).otherwise(0));
          falling.add(when(falls, 1).otherwise(0));
          evidence.add(
              when(
                      falls.isNotNull(),
                      concat(
                          lit(name + " " + rules.baseYear() + ": "),
                          shown(base),
                          lit(", now "),
                          shown(now),
                          lit(" " + statistic.unit())))
                  .when(isLater.and(isSame), name + " missing")
                  .when(isLater, name + " not compared: boundaries changed"));
        });
    Column unemployment = s.of(Statistic.UNEMPLOYMENT_RATE);
    Column exploitation = exploitation(s);
    evidence.add(text("unemployment", unemployment, " %"));
    evidence.add(text("exploitation", exploitation, " years"));
    return boundaries
        .onto(statistics)
        .select(
            col("unit_id"),
            year,
            baseYear.as("base_year"),
            boundaries.flag(baseYear, year, compared).as("boundary_flag"),
            boundaries.text(baseYear, year, compared).as("boundary_event"),
            known.stream().reduce(Column::plus).orElseThrow().as("n_compared"),
            falling.stream().reduce(Column::plus).orElseThrow().as("n_falling"),
            unemployment.as("unemployment_rate_pct"),
            exploitation.as("exploitation_years"),
            over(unemployment, UNEMPLOYMENT).as("rule_b"),
            over(exploitation, YEARS).as("rule_c"),
            concat_ws("; ", evidence.toArray(Column[]::new)).as("evidence"))
        .withColumn("rule_a", ruleA())
        .withColumn("rule_a_reason", ruleReason())
        .withColumn("verdict", verdict(rules.exhaustion()));
  }

  /** Years of exploitation as given, or since the year in which it began. */
  private static Column exploitation(StatisticColumns s) {
    Column since = col("year").minus(s.of(Statistic.EXPLOITATION_SINCE));
    return coalesce(s.of(Statistic.EXPLOITATION_YEARS), when(since.geq(0), since));
  }

  private static Column ruleA() {
    Column unknown = lit(COMPARED.size()).minus(col("n_compared"));
    return when(col("n_falling").geq(LEAST_FALLING), TRUE)
        .when(col("n_falling").plus(unknown).lt(LEAST_FALLING), FALSE)
        .otherwise(UNKNOWN);
  }

  private static Column ruleReason() {
    return when(
        col("rule_a").equalTo(UNKNOWN),
        when(col("year").leq(col("base_year")), "NO_LATER_YEAR")
            .when(col("boundary_flag").equalTo(Boundaries.BREAK), Boundaries.BOUNDARY_BREAK)
            .otherwise("FIGURES_MISSING"));
  }

  private static Column over(Column figure, double limit) {
    return when(figure.gt(limit), TRUE).when(figure.leq(limit), FALSE).otherwise(UNKNOWN);
  }

  private static Column verdict(Verdict verdict) {
    String one = verdict == Verdict.ANY ? TRUE : FALSE;
    String every = verdict == Verdict.ANY ? FALSE : TRUE;
    return when(anyIs(one), one).when(anyIs(UNKNOWN), UNKNOWN).otherwise(every);
  }

  private static Column anyIs(String value) {
    return col("rule_a")
        .equalTo(value)
        .or(col("rule_b").equalTo(value))
        .or(col("rule_c").equalTo(value));
  }

  private static Column text(String name, Column figure, String unit) {
    return coalesce(concat(lit(name + " "), shown(figure), lit(unit)), lit(name + " missing"));
  }

  private static Column shown(Column figure) {
    return round(figure, 4).cast("string");
  }
}
