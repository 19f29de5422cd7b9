package org.renxing.index.normalise;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.Finite;
import org.renxing.model.Normalisation;

/** The value itself, negated for negative indicators; no bounds, no scale. */
final class Unscaled implements NormalisationMethod {
  @Override
  public Dataset<Row> apply(
      Dataset<Row> values, Normalisation spec, Optional<Dataset<Row>> frozen) {
    Dataset<Row> unbounded =
        values
            .withColumn("lower", lit(null).cast("double"))
            .withColumn("upper", lit(null).cast("double"));
    return unbounded.withColumn(
        "normalised",
        Finite.orNull(
            when(col("direction").equalTo("-"), col("value").multiply(-1))
                .otherwise(col("value"))));
  }
}
