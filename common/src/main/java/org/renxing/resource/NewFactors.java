package org.renxing.resource;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.Finite;
import org.renxing.column.SortedSum;
import org.renxing.index.Groups;
import org.renxing.index.panel.StatisticColumns;
import org.renxing.model.Statistic;
import scala.jdk.javaapi.CollectionConverters;

/** Factors of new growth per head, against the mean of all units (Q). */
public final class NewFactors {
  /** Factors by name, each a statistic that is divided by population. */
  public static final Map<String, Statistic> FACTORS =
      Map.of(
          "rd_per_capita", Statistic.RD_EXPENDITURE,
          "patents_per_capita", Statistic.PATENTS,
          "imports_per_capita", Statistic.IMPORTS,
          "exports_per_capita", Statistic.EXPORTS,
          "fdi_per_capita", Statistic.FDI);

  private static final double SCALE = 1e4;

  private NewFactors() {}

  /**
   * One row a factor that the scenario names, unit and year: factor, unit_id, year, unit (of
   * measure), value (CNY per person; patents per 10^4 persons), national_mean (total over
   * population, of all units that have both), ratio, amount and persons (what value is made of),
   * reason. A missing figure or a population that is not above 0 gives null.
   *
   * @param statistics of all units
   */
  public static Dataset<Row> of(Dataset<Row> statistics) {
    StatisticColumns s = new StatisticColumns(statistics);
    Column population = s.positive(Statistic.POPULATION);
    List<Column> factors = new ArrayList<>();
    new TreeMap<>(FACTORS)
        .forEach(
            (name, statistic) -> {
              if (s.has(statistic)) {
                factors.add(factor(name, statistic, s.of(statistic), population));
              }
            });
    Dataset<Row> rows =
        statistics.select(
            col("unit_id"), col("year"), inline(array(factors.toArray(Column[]::new))));
    Dataset<Row> means =
        rows.groupBy("factor", "year")
            .agg(
                try_divide(SortedSum.of(col("amount")), SortedSum.of(col("persons")))
                    .as("national_mean"));
    return rows.join(
            broadcast(means),
            CollectionConverters.asScala(List.of("factor", "year")).toSeq(),
            "left")
        .select(
            col("*"),
            Finite.orNull(try_divide(col("amount"), col("persons"))).as("value"),
            when(col("persons").isNull(), "figure missing, or population missing or not above 0")
                .as("reason"))
        .withColumn("ratio", Finite.orNull(try_divide(col("value"), col("national_mean"))));
  }

  /**
   * One row a factor, group and year: n, value (total over population), mean_value (the mean of the
   * units' own values), ratio_to_national, n_below and share_below (units under the national mean).
   *
   * @param rows see {@link #of}; those without a value do not count
   */
  public static Dataset<Row> byYear(Dataset<Row> rows, Dataset<Row> units, List<String> groupings) {
    Dataset<Row> known =
        rows.where(col("value").isNotNull())
            .select("factor", "unit_id", "year", "amount", "persons", "value", "national_mean");
    Column value = try_divide(SortedSum.of(col("amount")), SortedSum.of(col("persons")));
    Column below = count_if(col("value").lt(col("national_mean")));
    return Groups.expand(known, units, groupings)
        .groupBy("factor", "group_type", "group_value", "year", "national_mean")
        .agg(
            count(lit(1)).as("n"),
            value.as("value"),
            try_divide(SortedSum.of(col("value")), count(lit(1))).as("mean_value"),
            below.as("n_below"),
            try_divide(below, count(lit(1))).as("share_below"))
        .withColumn(
            "ratio_to_national", Finite.orNull(try_divide(col("value"), col("national_mean"))));
  }

  private static Column factor(String name, Statistic statistic, Column figure, Column population) {
    boolean isMoney = statistic.unit().endsWith("CNY");
    // 10^8 CNY over 10^4 persons is 10^4 CNY a person
    Column amount = isMoney ? figure.multiply(SCALE) : figure;
    Column isKnown = figure.isNotNull().and(population.isNotNull());
    return struct(
        lit(name).as("factor"),
        lit(isMoney ? "CNY/person" : "patents/10^4 persons").as("unit"),
        when(isKnown, amount).as("amount"),
        when(isKnown, population).as("persons"));
  }
}
