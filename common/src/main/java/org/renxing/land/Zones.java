package org.renxing.land;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Zones of a unit, and the whole. */
final class Zones {
  /** The zone of rows about a whole unit. */
  static final String ALL = "all";

  private Zones() {}

  /**
   * Each row for its zone and once more for {@code all}; a null zone is {@code other}.
   *
   * @param grouped a small frame with a zone
   */
  static Dataset<Row> withAll(Dataset<Row> grouped) {
    return grouped.withColumn(
        "zone", explode(array(lit(ALL), coalesce(col("zone"), lit("other")))));
  }
}
