package org.renxing.resource;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.Finite;
import org.renxing.index.panel.StatisticColumns;
import org.renxing.model.ResourceRules;
import org.renxing.model.Statistic;
import org.renxing.territory.Boundaries;

/** What a city gets and what it spends, and its growth before and after policies (X, S). */
public final class Support {
  private Support() {}

  /**
   * One row a unit and year: transfers_to_revenue (transfers received over own revenue),
   * fiscal_balance_100m_cny (revenue less expenditure), fiscal_balance_to_gdp_pct,
   * investment_share_pct and real_estate_share_pct (of GDP), completions_10k_m2 (floor area of real
   * estate completed in the year) and completions_m2_per_person, event (ids of the policy events of
   * that unit and year; null for none), and in years with an event growth_before_pct and
   * growth_after_pct (mean yearly growth of output over the calendar years up to and after it),
   * boundary_flag and boundary_event (of output, over both together). Output is GDP, at constant
   * prices where the scenario names that.
   *
   * <p>Missing figures and denominators that are not above 0 give null. In reason: what of an
   * event's growth lies outside the years, is missing or goes over a break of boundaries.
   *
   * @param statistics with a row for every year
   */
  public static Dataset<Row> of(
      Dataset<Row> statistics, ResourceRules rules, Boundaries boundaries) {
    StatisticColumns s = new StatisticColumns(statistics);
    Column revenue = s.of(Statistic.BUDGET_REVENUE);
    Column balance = revenue.minus(s.of(Statistic.BUDGET_EXPENDITURE));
    Column gdp = s.positive(Statistic.GDP);
    Column completions = s.of(Statistic.REAL_ESTATE_COMPLETIONS);
    Statistic output = s.outputStatistic();
    Column year = col("year");
    Column from = year.minus(rules.eventSpan());
    Column to = year.plus(rules.eventSpan());
    Dataset<Row> rows =
        boundaries
            .onto(statistics)
            .select(
                col("unit_id"),
                year,
                Finite.orNull(
                        try_divide(
                            s.of(Statistic.TRANSFERS_RECEIVED),
                            s.positive(Statistic.BUDGET_REVENUE)))
                    .as("transfers_to_revenue"),
                balance.as("fiscal_balance_100m_cny"),
                percent(balance, gdp).as("fiscal_balance_to_gdp_pct"),
                percent(s.of(Statistic.INVESTMENT), gdp).as("investment_share_pct"),
                percent(s.of(Statistic.REAL_ESTATE_INVESTMENT), gdp).as("real_estate_share_pct"),
                completions.as("completions_10k_m2"),
                // 10^4 m2 over 10^4 persons
                Finite.orNull(try_divide(completions, s.positive(Statistic.POPULATION)))
                    .as("completions_m2_per_person"),
                events(rules).as("event"),
                Growth.before(s.output(), rules.eventSpan()).as("before"),
                Growth.after(s.output(), rules.eventSpan()).as("after"),
                boundaries.isComparable(from, year, output).as("is_same_before"),
                boundaries.isComparable(year, to, output).as("is_same_after"),
                boundaries.flag(from, to, output).as("flag"),
                boundaries.text(from, to, output).as("moved"));
    return growth(rows, rules.eventSpan());
  }

  private static Dataset<Row> growth(Dataset<Row> rows, int span) {
    Column isEvent = col("event").isNotNull();
    Column reason =
        concat_ws(
            "; ",
            lacking("no output over " + span + " years ", col("before"), col("after")),
            lacking(
                "boundaries changed in the " + span + " years ",
                when(col("is_same_before"), true),
                when(col("is_same_after"), true)));
    return rows.select(
            col("*"),
            when(isEvent.and(col("is_same_before")), col("before")).as("growth_before_pct"),
            when(isEvent.and(col("is_same_after")), col("after")).as("growth_after_pct"),
            when(isEvent, col("flag")).as("boundary_flag"),
            when(isEvent, col("moved")).as("boundary_event"),
            when(isEvent, nullif(reason, lit(""))).as("reason"))
        .drop("before", "after", "is_same_before", "is_same_after", "flag", "moved");
  }

  /** "… before, after the event", of those sides that are null; null where none is. */
  private static Column lacking(String what, Column before, Column after) {
    Column sides = concat_ws(", ", when(before.isNull(), "before"), when(after.isNull(), "after"));
    return when(sides.notEqual(""), concat_ws("", lit(what), sides, lit(" the event")));
  }

  private static Column events(ResourceRules rules) {
    Column[] ids =
        rules.events().stream()
            .map(
                event ->
                    when(
                        col("year")
                            .equalTo(event.year())
                            .and(col("unit_id").isin(event.unitIds().toArray())),
                        event.id()))
            .toArray(Column[]::new);
    return nullif(concat_ws(",", array(ids).cast("array<string>")), lit(""));
  }

  private static Column percent(Column part, Column whole) {
    return Finite.orNull(try_divide(part, whole).multiply(100));
  }
}
