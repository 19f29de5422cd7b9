package org.renxing.index.weigh;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_divide;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Weights by the coefficient of variation: importance σ/|mean| of the basis.
 *
 * <p>Reasons: {@code NO_VALUES}, {@code SINGLE_ROW}, {@code NEAR_ZERO_MEAN} (null), {@code
 * CONSTANT} (0).
 */
final class VariationCoefficient implements WeightingMethod {
  @Override
  public Dataset<Row> importance(WeightingInput input) {
    Dataset<Row> weighed =
        Moments.of(input)
            .withColumn("sd", Moments.sd(input))
            .withColumn("reason", Moments.reasonOfRatio())
            .withColumn("variation", try_divide(col("sd"), abs(col("m"))))
            .withColumn("importance", col("variation"))
            .withColumn("conflict", lit(null).cast("double"));
    return Moments.result(weighed, input);
  }
}
