package org.renxing.resource;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.Finite;

/** A straight line through the points of each row, by ordinary least squares. */
final class LeastSquares {
  private static final int LEAST = 3;

  private LeastSquares() {}

  /**
   * Adds coefficient b and intercept of y = a + b·x + e, standard_error of b = sqrt(SSR / (n − 2) /
   * Sxx), r2 = 1 − SSR / Syy, and reason, and takes points away. All null, with a reason, for fewer
   * than three points (TOO_FEW_POINTS) or where x does not vary (CONSTANT_GROWTH); r2 alone is null
   * where y does not vary. Sums are about the means, in the order of the array.
   *
   * @param rows n, points (an array of structs x, y without nulls), and what else is to stay
   */
  static Dataset<Row> of(Dataset<Row> rows) {
    Column n = col("n").cast("double");
    Dataset<Row> means =
        rows.withColumn("mx", try_divide(sum(p -> p.getField("x")), n))
            .withColumn("my", try_divide(sum(p -> p.getField("y")), n));
    Dataset<Row> moments =
        means
            .withColumn("sxx", sum(p -> dx(p).multiply(dx(p))))
            .withColumn("sxy", sum(p -> dx(p).multiply(dy(p))))
            .withColumn("syy", sum(p -> dy(p).multiply(dy(p))))
            .withColumn(
                "coefficient",
                when(
                    n.geq(LEAST),
                    Finite.orNull(try_divide(col("sxy"), when(col("sxx").gt(0), col("sxx"))))));
    Column b = col("coefficient");
    Column residuals = greatest(lit(0.0), col("syy").minus(b.multiply(col("sxy"))));
    return moments
        .withColumn("intercept", col("my").minus(b.multiply(col("mx"))))
        .withColumn(
            "standard_error",
            when(b.isNotNull(), sqrt(try_divide(try_divide(residuals, n.minus(2)), col("sxx")))))
        .withColumn(
            "r2",
            when(
                b.isNotNull(),
                lit(1.0).minus(try_divide(residuals, when(col("syy").gt(0), col("syy"))))))
        .withColumn(
            "reason", when(n.lt(LEAST), "TOO_FEW_POINTS").when(b.isNull(), "CONSTANT_GROWTH"))
        .drop("points", "mx", "my", "sxx", "sxy", "syy");
  }

  private static Column dx(Column point) {
    return point.getField("x").minus(col("mx"));
  }

  private static Column dy(Column point) {
    return point.getField("y").minus(col("my"));
  }

  private static Column sum(UnaryOperator<Column> term) {
    return aggregate(col("points"), lit(0.0), (total, p) -> total.plus(term.apply(p)));
  }
}
