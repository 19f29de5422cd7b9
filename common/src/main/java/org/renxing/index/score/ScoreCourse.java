package org.renxing.index.score;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.renxing.column.ExactSum;
import scala.jdk.javaapi.CollectionConverters;

/** The course of each unit's scores over the years, as R tells it (R 2.1.2). */
public final class ScoreCourse {
  /** Above the mean is above it by more than this share of it, as in {@link ScoreSummary}. */
  private static final double MARGIN = 1e-12;

  private ScoreCourse() {}

  /**
   * One row a scheme, system and unit with a score in any year: n_years, mean, min, max,
   * year_first, year_last, score_first, score_last, change, growth (last over first − 1; null where
   * the first is 0), rank_first, rank_last, n_above_mean (years above the mean of all units of that
   * year), is_always_above_mean (above it in every year of the scheme; a unit without a score in
   * one of them is not).
   *
   * @param scores scheme, system, unit_id, year, score, rank; missing scores do not count
   * @param yearMeans scheme, system, year, mean: of all units, one row a year that has a score
   */
  public static Dataset<Row> of(Dataset<Row> scores, Dataset<Row> yearMeans) {
    Column mean = col("year_mean");
    Column isAbove = col("score").gt(mean.plus(abs(mean).multiply(MARGIN)));
    Column year = col("year");
    Dataset<Row> means =
        yearMeans.select(col("scheme"), col("system"), year, col("mean").as("year_mean"));
    return scores
        .where(col("score").isNotNull())
        .join(
            broadcast(means),
            CollectionConverters.asScala(List.of("scheme", "system", "year")).toSeq())
        .groupBy("scheme", "system", "unit_id")
        .agg(
            count(lit(1)).as("n_years"),
            sort_array(collect_list(col("score"))).as("scores"),
            min(col("score")).as("min"),
            max(col("score")).as("max"),
            min(year).as("year_first"),
            max(year).as("year_last"),
            min_by(col("score"), year).as("score_first"),
            max_by(col("score"), year).as("score_last"),
            min_by(col("rank"), year).as("rank_first"),
            max_by(col("rank"), year).as("rank_last"),
            count(when(isAbove, 1)).as("n_above_mean"))
        .withColumn("mean", ExactSum.mean(col("scores")))
        .withColumn("change", col("score_last").minus(col("score_first")))
        .withColumn("growth", try_divide(col("score_last"), col("score_first")).minus(1))
        .withColumn("is_always_above_mean", col("n_above_mean").equalTo(years()))
        .drop("scores");
  }

  /** The years in which any unit has a score of the node: the longest course of all. */
  private static Column years() {
    return max(col("n_years")).over(Window.partitionBy("scheme", "system"));
  }
}
