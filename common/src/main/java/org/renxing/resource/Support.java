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

/** What a city gets and what it spends, and its growth before and after policies (X, S). */
public final class Support {
  private Support() {}

  /**
   * One row a unit and year: transfers_to_revenue (transfers received over own revenue),
   * fiscal_balance_100m_cny (revenue less expenditure), fiscal_balance_to_gdp_pct,
   * investment_share_pct and real_estate_share_pct (of GDP), event (ids of the policy events of
   * that unit and year; null for none), and in years with an event growth_before_pct and
   * growth_after_pct: mean yearly growth of output over the years up to and after it. Output is
   * GDP, at constant prices where the scenario names that.
   *
   * <p>Missing figures and denominators that are not above 0 give null. In reason: what of an
   * event's growth lies outside the years or is missing.
   *
   * @param statistics with a row for every year
   */
  public static Dataset<Row> of(Dataset<Row> statistics, ResourceRules rules) {
    StatisticColumns s = new StatisticColumns(statistics);
    Column revenue = s.of(Statistic.BUDGET_REVENUE);
    Column balance = revenue.minus(s.of(Statistic.BUDGET_EXPENDITURE));
    Column gdp = s.positive(Statistic.GDP);
    Dataset<Row> rows =
        statistics.select(
            col("unit_id"),
            col("year"),
            Finite.orNull(
                    try_divide(
                        s.of(Statistic.TRANSFERS_RECEIVED), s.positive(Statistic.BUDGET_REVENUE)))
                .as("transfers_to_revenue"),
            balance.as("fiscal_balance_100m_cny"),
            percent(balance, gdp).as("fiscal_balance_to_gdp_pct"),
            percent(s.of(Statistic.INVESTMENT), gdp).as("investment_share_pct"),
            percent(s.of(Statistic.REAL_ESTATE_INVESTMENT), gdp).as("real_estate_share_pct"),
            events(rules).as("event"),
            Growth.before(s.output(), rules.eventSpan()).as("before"),
            Growth.after(s.output(), rules.eventSpan()).as("after"));
    Column isEvent = col("event").isNotNull();
    Column lacking =
        concat_ws(
            ", ", when(col("before").isNull(), "before"), when(col("after").isNull(), "after"));
    return rows.select(
            col("*"),
            when(isEvent, col("before")).as("growth_before_pct"),
            when(isEvent, col("after")).as("growth_after_pct"),
            when(
                    isEvent.and(lacking.notEqual("")),
                    concat_ws(
                        "",
                        lit("no output over " + rules.eventSpan() + " years "),
                        lacking,
                        lit(" the event")))
                .as("reason"))
        .drop("before", "after");
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
