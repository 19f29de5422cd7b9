package org.renxing.run;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;

/**
 * Rows that stay in memory (or on local disk where memory is short) while a run lasts.
 *
 * <p>Those who read them see a plan of one leaf. With a persisted frame each plan would hold the
 * plans of all the steps before it, and the plans of steps that read several tables would grow
 * without bound. A lost executor's share is computed again.
 */
final class CachedFrame {
  private final Dataset<Row> rows;

  private CachedFrame(Dataset<Row> rows) {
    this.rows = rows;
  }

  static CachedFrame of(Dataset<Row> origin) {
    var made = ((org.apache.spark.sql.classic.Dataset<Row>) origin).queryExecution().toRdd();
    SparkSession spark = (SparkSession) origin.sparkSession();
    return new CachedFrame(spark.internalCreateDataFrame(made, origin.schema(), false).persist());
  }

  Dataset<Row> rows() {
    return rows;
  }

  void release() {
    rows.unpersist();
  }
}
