package org.renxing.resource;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.stddev_samp;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.column.Finite;
import org.renxing.column.SortedSum;
import org.renxing.index.panel.StatisticColumns;
import org.renxing.model.Statistic;
import org.renxing.territory.Boundaries;
import scala.jdk.javaapi.CollectionConverters;

/** How far a city lives on what it takes from the ground (Q). */
public final class Dependence {
  /** Years over whose growth rates volatility is taken. */
  public static final int WINDOW = 5;

  private static final int LEAST = 3;
  private static final double SCALE = 1e4;
  private static final WindowSpec RECENT = Growth.SERIES.rangeBetween(1L - WINDOW, 0);

  private Dependence() {}

  /**
   * One row a unit and year: extractive_share_pct (of industrial output),
   * extraction_processing_share_pct (with processing), is_over_20 and is_over_30 (the second share,
   * above and not at the limit), volatility (sample standard deviation of the yearly growth rates
   * of extractive output of the last five years, in %; null for fewer than three), volatility_n
   * (how many there are), output_share_of_all_pct (of the extractive output of all units),
   * gdp_per_capita_cny, gdp_per_capita_to_all (over that of all units together), gdp_growth_pct,
   * gdp_growth_all_pct (of all units that have both years on one territory), boundary_flag (of the
   * change from the year before, of GDP and extractive output), reason, growth_reason.
   *
   * <p>Missing inputs and denominators that are not above 0 give null; reason tells of the shares,
   * growth_reason of gdp_growth_pct: FIRST_YEAR, GAP (the scenario passes the year before over),
   * OUTPUT_MISSING (or not above 0), BOUNDARY_BREAK. A rate over a break of boundaries does not
   * count in volatility either.
   *
   * @param statistics of all units, with a row for every year
   */
  public static Dataset<Row> of(Dataset<Row> statistics, Boundaries boundaries) {
    StatisticColumns s = new StatisticColumns(statistics);
    Column extractive = s.of(Statistic.OUTPUT_EXTRACTIVE);
    Column industry = s.positive(Statistic.OUTPUT_INDUSTRY);
    Column gdp = s.of(Statistic.GDP);
    Column population = s.positive(Statistic.POPULATION);
    Statistic output = s.outputStatistic();
    Column year = col("year");
    Column yearBefore = year.minus(1);
    Column isSame = boundaries.isComparable(yearBefore, year, output);
    Column before = when(isSame, Growth.at(s.output(), -1));
    Dataset<Row> rows =
        boundaries
            .onto(statistics)
            .select(
                col("unit_id"),
                col("year"),
                share(extractive, industry).as("extractive_share_pct"),
                share(extractive.plus(s.of(Statistic.OUTPUT_PROCESSING)), industry)
                    .as("extraction_processing_share_pct"),
                extractive.as("extractive"),
                when(population.isNotNull(), gdp).as("gdp"),
                when(gdp.isNotNull(), population).as("population"),
                when(
                        boundaries.isComparable(yearBefore, year, Statistic.OUTPUT_EXTRACTIVE),
                        Growth.ofYear(extractive))
                    .as("growth"),
                boundaries
                    .flag(yearBefore, year, output, Statistic.OUTPUT_EXTRACTIVE)
                    .as("boundary_flag"),
                coalesce(Growth.noYearBefore(), growthReason(s.output(), isSame))
                    .as("growth_reason"),
                Growth.percent(before, s.output()).as("gdp_growth_pct"),
                when(s.output().isNotNull().and(before.gt(0)), before).as("output_before"),
                when(before.gt(0), s.output()).as("output_after"));
    Dataset<Row> all =
        rows.groupBy("year")
            .agg(
                SortedSum.of(col("extractive")).as("all_extractive"),
                try_divide(SortedSum.of(col("gdp")), SortedSum.of(col("population")))
                    .as("all_per_capita"),
                Growth.percent(
                        SortedSum.of(col("output_before")), SortedSum.of(col("output_after")))
                    .as("gdp_growth_all_pct"));
    return against(all, rows);
  }

  private static Dataset<Row> against(Dataset<Row> all, Dataset<Row> rows) {
    return rows.select(
            col("unit_id"),
            col("year"),
            col("extractive_share_pct"),
            col("extraction_processing_share_pct"),
            col("extraction_processing_share_pct").gt(20).as("is_over_20"),
            col("extraction_processing_share_pct").gt(30).as("is_over_30"),
            volatility().as("volatility"),
            count(col("growth")).over(RECENT).as("volatility_n"),
            col("extractive"),
            try_divide(col("gdp"), col("population")).multiply(SCALE).as("gdp_per_capita_cny"),
            col("gdp_growth_pct"),
            col("boundary_flag"),
            col("growth_reason"),
            when(
                    col("extractive_share_pct").isNull(),
                    "extractive or industrial output missing, or industrial output not above 0")
                .when(
                    col("extraction_processing_share_pct").isNull(), "output of processing missing")
                .as("reason"))
        .join(broadcast(all), CollectionConverters.asScala(List.of("year")).toSeq())
        .withColumn(
            "output_share_of_all_pct",
            share(col("extractive"), when(col("all_extractive").gt(0), col("all_extractive"))))
        .withColumn(
            "gdp_per_capita_to_all",
            Finite.orNull(
                try_divide(col("gdp_per_capita_cny"), col("all_per_capita").multiply(SCALE))))
        .drop("extractive", "all_extractive", "all_per_capita");
  }

  private static Column share(Column part, Column whole) {
    return Finite.orNull(try_divide(part, whole).multiply(100));
  }

  private static Column growthReason(Column output, Column isSame) {
    return when(
            output.isNull().or(not(coalesce(Growth.at(output, -1).gt(0), lit(false)))),
            "OUTPUT_MISSING")
        .when(not(isSame), Boundaries.BOUNDARY_BREAK);
  }

  private static Column volatility() {
    Column growth = col("growth");
    return when(count(growth).over(RECENT).geq(LEAST), stddev_samp(growth).over(RECENT));
  }
}
