package org.renxing.index.efficiency;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.ExactSum;
import org.renxing.index.Groups;

/** Summaries of DEA scores by group and year (R Figure 3). */
public final class DeaSummaries {
  private DeaSummaries() {}

  /**
   * One row a model, output_system, group_type, group_value and year, where year 0 is all years
   * together: n (units, or unit-years, with a score), n_unscored, mean_theta, sd_theta (sample;
   * null for one), min_theta, max_theta, n_efficient (strongly), n_weakly_efficient. Means and the
   * like are null where n is 0.
   *
   * @param scores see {@link DeaStage#score}
   * @param units unit_id and the grouping columns
   * @param groupings see {@link Groups#expand}
   */
  public static Dataset<Row> byYear(
      Dataset<Row> scores, Dataset<Row> units, List<String> groupings) {
    Dataset<Row> rows =
        scores.select(
            col("model"),
            col("output_system"),
            col("unit_id"),
            explode(array(col("year"), lit(0))).as("year"),
            col("theta"),
            col("is_strongly_efficient"),
            col("is_weakly_efficient"));
    Column theta = col("theta");
    return Groups.expand(rows, units, groupings)
        .groupBy("model", "output_system", "group_type", "group_value", "year")
        .agg(
            count(theta).as("n"),
            count_if(theta.isNull()).as("n_unscored"),
            min(theta).as("min_theta"),
            max(theta).as("max_theta"),
            count_if(col("is_strongly_efficient")).as("n_efficient"),
            count_if(col("is_weakly_efficient")).as("n_weakly_efficient"),
            sort_array(collect_list(theta)).as("thetas"))
        .withColumn("mean_theta", ExactSum.mean(col("thetas")))
        .withColumn("sd_theta", ExactSum.sd(col("thetas"), col("mean_theta")))
        .drop("thetas");
  }
}
