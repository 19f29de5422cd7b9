package org.renxing.run;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;

/**
 * Rows that stay in memory (or on local disk where memory is short) while a run lasts.
 *
 * <p>Those who read them see a plan with one leaf: planning a step does not begin with all the
 * steps before it, as it would with a persisted frame. A lost executor's share is computed again.
 */
final class Kept {
  private final Dataset<Row> origin;
  private final Dataset<Row> rows;

  private Kept(Dataset<Row> origin, Dataset<Row> rows) {
    this.origin = origin;
    this.rows = rows;
  }

  static Kept of(Dataset<Row> origin) {
    origin.persist();
    var plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) origin).queryExecution().withCachedData();
    return new Kept(
        origin,
        org.apache.spark.sql.classic.Dataset.ofRows((SparkSession) origin.sparkSession(), plan));
  }

  Dataset<Row> rows() {
    return rows;
  }

  void release() {
    origin.unpersist();
  }
}
