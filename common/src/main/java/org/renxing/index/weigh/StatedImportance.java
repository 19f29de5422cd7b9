package org.renxing.index.weigh;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Importances that the index system itself states, the same in every year. */
final class StatedImportance {
  private static final StructType SCHEMA =
      new StructType()
          .add("indicator_code", "string", false)
          .add("year", "int", false)
          .add("importance", "double", false)
          .add("entropy", "double")
          .add("variation", "double")
          .add("conflict", "double")
          .add("mean", "double")
          .add("sd", "double")
          .add("n", "bigint")
          .add("n_negative", "bigint")
          .add("reason", "string");

  private StatedImportance() {}

  /** The frame of {@link WeightingMethod#importance}, read from no data. */
  static Dataset<Row> of(SparkSession spark, Map<String, Double> importances) {
    List<Row> rows =
        importances.entrySet().stream()
            .map(
                e ->
                    RowFactory.create(
                        e.getKey(),
                        0,
                        e.getValue(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))
            .toList();
    return spark.createDataFrame(rows, SCHEMA);
  }
}
