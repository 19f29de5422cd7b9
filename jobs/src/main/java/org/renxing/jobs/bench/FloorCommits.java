package org.renxing.jobs.bench;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What any pipeline of so many tables takes at least on this machine: trivial aggregations of
 * cached rows, each written to a Delta table of its own, one after the other.
 */
public final class FloorCommits {
  private FloorCommits() {}

  /**
   * Writes the tables.
   *
   * @param folder where; made
   * @param commits how many tables, one commit each
   * @param rows how many rows are cached and aggregated
   */
  public static void write(SparkSession spark, String folder, int commits, long rows) {
    Dataset<Row> cached =
        spark
            .range(rows)
            .select(col("id"), col("id").mod(100).as("k"), col("id").cast("double").as("value"))
            .persist();
    for (int i = 0; i < commits; i++) {
      cached
          .groupBy("k")
          .agg(avg(col("value").plus(i)).as("mean"), count(lit(1)).as("n"))
          .write()
          .format("delta")
          .save(folder + "/t" + i);
    }
    cached.unpersist();
  }
}
