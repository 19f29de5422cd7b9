package org.renxing.resource;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
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
import scala.jdk.javaapi.CollectionConverters;

/** How far a city lives on what it takes from the ground (Q). */
public final class Dependence {
  /** Growth rates over which volatility is taken. */
  public static final int WINDOW = 5;

  private static final int LEAST = 3;
  private static final double SCALE = 1e4;

  private Dependence() {}

  /**
   * One row a unit and year: extractive_share_pct (of industrial output),
   * extraction_processing_share_pct (with processing), is_over_20 and is_over_30 (the second share,
   * above and not at the limit), volatility (sample standard deviation of the last five yearly
   * growth rates of extractive output, in %; null for fewer than three), output_share_of_all_pct
   * (of the extractive output of all units), gdp_per_capita_cny, gdp_per_capita_to_all (over that
   * of all units together), gdp_growth_pct, gdp_growth_all_pct (of all units that have both years),
   * reason.
   *
   * <p>Missing inputs and denominators that are not above 0 give null; reason tells of the shares.
   *
   * @param statistics of all units, with a row for every year
   */
  public static Dataset<Row> of(Dataset<Row> statistics) {
    StatisticColumns s = new StatisticColumns(statistics);
    Column extractive = s.of(Statistic.OUTPUT_EXTRACTIVE);
    Column industry = s.positive(Statistic.OUTPUT_INDUSTRY);
    Column gdp = s.of(Statistic.GDP);
    Column population = s.positive(Statistic.POPULATION);
    Column before = lag(s.output(), 1).over(Growth.SERIES);
    Dataset<Row> rows =
        statistics.select(
            col("unit_id"),
            col("year"),
            share(extractive, industry).as("extractive_share_pct"),
            share(extractive.plus(s.of(Statistic.OUTPUT_PROCESSING)), industry)
                .as("extraction_processing_share_pct"),
            extractive.as("extractive"),
            when(population.isNotNull(), gdp).as("gdp"),
            when(gdp.isNotNull(), population).as("population"),
            Growth.ofYear(extractive).as("growth"),
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
    return rows.select(
            col("unit_id"),
            col("year"),
            col("extractive_share_pct"),
            col("extraction_processing_share_pct"),
            col("extraction_processing_share_pct").gt(20).as("is_over_20"),
            col("extraction_processing_share_pct").gt(30).as("is_over_30"),
            volatility().as("volatility"),
            col("extractive"),
            try_divide(col("gdp"), col("population")).multiply(SCALE).as("gdp_per_capita_cny"),
            col("gdp_growth_pct"),
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

  private static Column volatility() {
    WindowSpec recent = Growth.SERIES.rowsBetween(1L - WINDOW, 0);
    Column growth = col("growth");
    return when(count(growth).over(recent).geq(LEAST), stddev_samp(growth).over(recent));
  }
}
