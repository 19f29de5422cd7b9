package org.renxing.index.score;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.nth_value;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.column.ExactSum;
import org.renxing.index.Groups;

/** Summaries of scores by year and group, as R reports them (R Table 4). */
public final class ScoreSummary {
  private static final WindowSpec SERIES =
      Window.partitionBy("scheme", "system", "group_type", "group_value").orderBy("year");

  private static final WindowSpec WHOLE =
      SERIES.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());

  private ScoreSummary() {}

  /**
   * One row a scheme, system, group_type, group_value and year, where year 0 is all years together:
   * n (units, or unit-years, with a score), mean, sd (sample; null for one), min, max, cv (sd/mean,
   * null for a mean of 0), above_mean (how many lie above the mean of the row, by more than 1e-12
   * of it), growth (mean over the mean of the year before − 1; null for year 0 and without that
   * year), growth_since_first (mean over that of the first year − 1; in year 0 that of the last
   * year), cv_since_first (cv less that of the first year, above 0 where units drift apart; in year
   * 0 that of the last year), and mean, sd, min and max of contributions, which R's Table 4 prints.
   *
   * @param scores scheme, system, unit_id, year, score, contribution; missing scores do not count
   * @param units unit_id and the grouping columns
   * @param groupings see {@link Groups#expand}
   */
  public static Dataset<Row> of(Dataset<Row> scores, Dataset<Row> units, List<String> groupings) {
    Dataset<Row> known =
        scores
            .where(col("score").isNotNull())
            .select(
                col("scheme"),
                col("system"),
                col("unit_id"),
                explode(array(col("year"), lit(0))).as("year"),
                col("score"),
                col("contribution"));
    Column score = col("score");
    Dataset<Row> groups =
        Groups.expand(known, units, groupings)
            .groupBy("scheme", "system", "group_type", "group_value", "year")
            .agg(
                count(score).as("n"),
                min(score).as("min"),
                max(score).as("max"),
                sort_array(collect_list(score)).as("scores"),
                min("contribution").as("min_contribution"),
                max("contribution").as("max_contribution"),
                sort_array(collect_list(col("contribution"))).as("contributions"))
            .withColumn("mean", ExactSum.mean(col("scores")))
            .withColumn("sd", ExactSum.sd(col("scores"), col("mean")))
            .withColumn("mean_contribution", ExactSum.mean(col("contributions")))
            .withColumn(
                "sd_contribution", ExactSum.sd(col("contributions"), col("mean_contribution")));
    Column line = col("mean").plus(abs(col("mean")).multiply(1e-12));
    return groups
        .withColumn("cv", try_divide(col("sd"), col("mean")))
        .withColumn("above_mean", size(filter(col("scores"), s -> s.gt(line))).cast("bigint"))
        .withColumn("growth", growth())
        .withColumn("growth_since_first", try_divide(atLast("mean"), atFirst("mean")).minus(1))
        .withColumn("cv_since_first", atLast("cv").minus(atFirst("cv")))
        .select(
            "scheme",
            "system",
            "group_type",
            "group_value",
            "year",
            "n",
            "mean",
            "sd",
            "min",
            "max",
            "cv",
            "above_mean",
            "growth",
            "growth_since_first",
            "cv_since_first",
            "mean_contribution",
            "sd_contribution",
            "min_contribution",
            "max_contribution");
  }

  /** A measure in the group's first year: the row after that of year 0. */
  private static Column atFirst(String measure) {
    return nth_value(col(measure), 2).over(WHOLE);
  }

  /** A measure in the row's year; for year 0 in the group's last year. */
  private static Column atLast(String measure) {
    return when(col("year").gt(0), col(measure)).otherwise(last(col(measure)).over(WHOLE));
  }

  private static Column growth() {
    Column isNext = lag(col("year"), 1).over(SERIES).equalTo(col("year").minus(1));
    Column before = lag(col("mean"), 1).over(SERIES);
    return when(col("year").gt(0).and(isNext), try_divide(col("mean"), before).minus(1));
  }
}
