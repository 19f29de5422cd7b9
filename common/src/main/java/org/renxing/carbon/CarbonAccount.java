package org.renxing.carbon;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.column.Finite;
import org.renxing.index.panel.StatisticColumns;
import org.renxing.model.CarbonRules;
import org.renxing.model.CarbonRules.Item;
import org.renxing.model.CarbonRules.Missing;
import org.renxing.model.Statistic;
import org.renxing.model.YearRange;

/** The emissions of units in years, from the use of energy or as an inventory gives them. */
public final class CarbonAccount {
  private static final double SCALE = 1e4;

  private final CarbonRules rules;
  private final YearRange years;

  public CarbonAccount(CarbonRules rules, YearRange years) {
    this.rules = rules;
    this.years = years;
  }

  /**
   * One row a row of {@code statistics}: unit_id, year, emissions_t = Σ use · factor (or the
   * statistic co2, where the rules have no items), scope_1_t (fuels and processes), scope_2_t
   * (purchased electricity and heat), n_missing (items without a figure), per_capita_t (by
   * population), per_gdp_t_per_10k_cny (by GDP at the prices in which it stands), cumulative_t
   * (since the first year of the scenario), reason; population and gdp as they are, and output (GDP
   * for growth).
   *
   * <p>An item without a figure makes its scope and the total null, unless the rules take it as 0;
   * a row without any figure has no total either way. Denominators that are missing or not above 0
   * give null. A year without emissions ends the cumulative sum. Reason says why any is null, and
   * what was taken as 0.
   *
   * @param statistics see {@link org.renxing.index.panel.StatisticsPanel#of}
   */
  public Dataset<Row> of(Dataset<Row> statistics) {
    StatisticColumns known = new StatisticColumns(statistics);
    boolean isGiven = rules.items().isEmpty();
    Column scope1 = isGiven ? lit(null).cast("double") : scope(1);
    Column scope2 = isGiven ? lit(null).cast("double") : scope(2);
    Dataset<Row> totals =
        statistics.select(
            col("unit_id"),
            col("year"),
            Finite.orNull(isGiven ? known.of(Statistic.CO2) : total(scope1, scope2))
                .as("emissions_t"),
            scope1.as("scope_1_t"),
            scope2.as("scope_2_t"),
            missingItems().as("missing_items"),
            nMissing().as("n_missing"),
            known.of(Statistic.POPULATION).as("population"),
            known.of(Statistic.GDP).as("gdp"),
            known.output().as("output"));
    Column emissions = col("emissions_t");
    return totals
        .select(
            col("*"),
            perUnit(emissions, "population").as("per_capita_t"),
            perUnit(emissions, "gdp").as("per_gdp_t_per_10k_cny"),
            cumulative(emissions).as("cumulative_t"))
        .withColumn("reason", reason())
        .drop("missing_items");
  }

  /**
   * One row an item, unit and year with a figure: unit_id, year, fuel, scope, consumption, unit,
   * factor_t_per_unit, emissions_t = consumption · factor, factor_source.
   *
   * @param statistics as for {@link #of}
   */
  public Dataset<Row> byItem(Dataset<Row> statistics) {
    Column[] items =
        rules.items().stream()
            .map(
                item ->
                    struct(
                        lit(item.id()).as("fuel"),
                        lit(item.scope()).as("scope"),
                        col(item.column()).as("consumption"),
                        lit(item.factor().per()).as("unit"),
                        lit(item.factor().tonnes()).as("factor_t_per_unit"),
                        emitted(item).as("emissions_t"),
                        lit(item.factor().source()).as("factor_source")))
            .toArray(Column[]::new);
    return statistics
        .select(col("unit_id"), col("year"), inline(array(items)))
        .where(col("consumption").isNotNull());
  }

  private static Column emitted(Item item) {
    return col(item.column()).multiply(item.factor().tonnes());
  }

  /** The sum of a scope's items from left to right; null where the scenario has none of it. */
  private Column scope(int scope) {
    Optional<Column> sum =
        rules.items().stream()
            .filter(item -> item.scope() == scope)
            .map(this::counted)
            .reduce(Column::plus);
    return Finite.orNull(when(anyKnown(), sum.orElse(lit(null).cast("double"))));
  }

  private Column counted(Item item) {
    return rules.missing() == Missing.ZERO ? coalesce(emitted(item), lit(0.0)) : emitted(item);
  }

  private Column total(Column scope1, Column scope2) {
    List<Integer> scopes = rules.items().stream().map(Item::scope).distinct().toList();
    if (scopes.size() > 1) {
      return scope1.plus(scope2);
    }
    return scopes.contains(1) ? scope1 : scope2;
  }

  private Column anyKnown() {
    return coalesce(rules.items().stream().map(i -> col(i.column())).toArray(Column[]::new))
        .isNotNull();
  }

  private Column missingItems() {
    return concat_ws(
        ",",
        rules.items().stream()
            .map(item -> when(col(item.column()).isNull(), item.id()))
            .toArray(Column[]::new));
  }

  private Column nMissing() {
    return rules.items().stream()
        .map(item -> when(col(item.column()).isNull(), 1L).otherwise(0L))
        .reduce(Column::plus)
        .orElse(lit(0L));
  }

  /** Population and GDP stand in units 10^4 times those of the quotient. */
  private static Column perUnit(Column emissions, String denominator) {
    Column d = col(denominator);
    return Finite.orNull(try_divide(emissions, when(d.gt(0), d.multiply(SCALE))));
  }

  private Column cumulative(Column emissions) {
    if (years.step() > 1) {
      return lit(null).cast("double");
    }
    WindowSpec soFar =
        Window.partitionBy("unit_id")
            .orderBy("year")
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    WindowSpec ordered = Window.partitionBy("unit_id").orderBy("year");
    Column isWhole = count(emissions).over(soFar).equalTo(row_number().over(ordered));
    return when(isWhole, sum(emissions).over(soFar));
  }

  private Column reason() {
    Column emissions = col("emissions_t");
    Column isKnown = emissions.isNotNull();
    Column items = col("missing_items");
    String gap =
        years.step() > 1
            ? "cumulative: not every year is looked at"
            : "cumulative: a year since " + years.first() + " is missing";
    return nullif(
        concat_ws(
            "; ",
            when(emissions.isNull(), concat(lit("emissions: missing "), missingText(items))),
            when(isKnown.and(items.notEqual("")), concat(lit("taken as 0: "), items)),
            when(
                isKnown.and(col("per_capita_t").isNull()),
                "per capita: population missing or not above 0"),
            when(
                isKnown.and(col("per_gdp_t_per_10k_cny").isNull()),
                "per GDP: GDP missing or not above 0"),
            when(isKnown.and(col("cumulative_t").isNull()), gap)),
        lit(""));
  }

  private Column missingText(Column items) {
    return rules.items().isEmpty() ? lit("inventory") : items;
  }
}
