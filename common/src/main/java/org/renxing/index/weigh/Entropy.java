package org.renxing.index.weigh;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.ExactSum;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Entropy weights (Shannon 1948; C eq. 3–5): p_i = y_i/Σy, H = −(1/ln N) Σ p ln p with 0·ln 0 = 0,
 * importance 1 − H. N is the number of rows with a value in scope.
 *
 * <p>1 − H is computed as mean(z ln z − z + 1)/ln N with z = y/mean(y). Every term is 0 or more and
 * an error in the mean cancels to first order, so that near-constant columns keep their digits and
 * {@link ExactSum} adds them in a way that does not hang on how rows are partitioned. The input is
 * read twice: persist a costly one.
 *
 * <p>Reasons: {@code NO_VALUES} (all missing: null), {@code CONSTANT} (all values equal, zeros too:
 * importance 0, entropy 1), {@code SINGLE_ROW} (N = 1, ln N = 0: null), {@code NEGATIVE_VALUE}
 * (entropy is undefined: null, and n_negative counts them), {@code TOO_LARGE} (mean or range beyond
 * a double: null). The caller stops with a data check where a weight is null.
 */
final class Entropy implements WeightingMethod {
  static final String NO_VALUES = "NO_VALUES";
  static final String CONSTANT = "CONSTANT";
  static final String SINGLE_ROW = "SINGLE_ROW";
  static final String NEGATIVE_VALUE = "NEGATIVE_VALUE";

  /** Below this |u| the series replaces the closed form, which would cancel. */
  private static final double SMALL = 0.1;

  /** u^18/(18·17) at 0.1 is below 1e-16 of u²/2. */
  private static final int TERMS = 17;

  @Override
  public Dataset<Row> importance(WeightingInput input) {
    Dataset<Row> rows =
        input
            .values()
            .select(col("indicator_code"), input.scopeYear().as("year"), input.shifted().as("y"));
    Column y = col("y");
    Dataset<Row> moments =
        rows.groupBy("indicator_code", "year")
            .agg(
                try_divide(ExactSum.wide(y), count(y)).as("m"),
                min(y).as("least"),
                max(y).as("most"),
                count(y).as("n"),
                count(when(y.lt(0.0), 1)).as("n_negative"));
    Column u = try_divide(y.minus(col("m")), col("m"));
    // a share of the range, so that squares neither overflow nor vanish
    Column deviation = try_divide(y.minus(col("m")), col("most").minus(col("least")));
    Dataset<Row> sums =
        rows.join(
                broadcast(moments),
                CollectionConverters.asScala(List.of("indicator_code", "year")).toSeq())
            .withColumn("u", u)
            .withColumn("square", deviation.multiply(deviation))
            .withColumn("divergence", divergence(col("u")))
            .groupBy("indicator_code", "year")
            .agg(
                ExactSum.of(col("divergence")).as("f"),
                ExactSum.of(col("square")).as("squares"),
                first(col("m")).as("m"),
                first(col("least")).as("least"),
                first(col("most")).as("most"),
                first(col("n")).as("n"),
                first(col("n_negative")).as("n_negative"));
    return result(sums, input.scheme().shift());
  }

  /** z ln z − z + 1 at z = 1 + u, to full precision for every u of −1 and above. */
  private static Column divergence(Column u) {
    Column series = lit(0.0);
    for (int k = TERMS; k >= 2; k--) {
      double coefficient = (k % 2 == 0 ? 1.0 : -1.0) / (k * (k - 1.0));
      series = series.multiply(u).plus(coefficient);
    }
    Column near = series.multiply(u).multiply(u);
    Column far = u.plus(1.0).multiply(log1p(u)).minus(u);
    // where z is lost against 1, u is −1 and log1p gives null, which a sum would skip
    return when(u.leq(-1.0), lit(1.0)).when(abs(u).lt(SMALL), near).otherwise(far);
  }

  private static Dataset<Row> result(Dataset<Row> sums, double shift) {
    Column reason =
        when(col("n").equalTo(0), NO_VALUES)
            .when(Moments.isTooLarge(), Moments.TOO_LARGE)
            .when(col("n_negative").gt(0), NEGATIVE_VALUE)
            .when(col("n").equalTo(1), SINGLE_ROW)
            .when(col("least").equalTo(col("most")), CONSTANT);
    Column gain =
        least(
            lit(1.0),
            greatest(
                lit(0.0), try_divide(try_divide(col("f"), col("n")), ln(col("n").cast("double")))));
    Column importance = when(reason.isNull(), gain).when(reason.equalTo(CONSTANT), lit(0.0));
    Column range = col("most").minus(col("least"));
    Column sd =
        when(range.equalTo(0.0), lit(0.0))
            .otherwise(range.multiply(sqrt(try_divide(col("squares"), col("n")))));
    Column mean = col("m").minus(shift);
    return sums.select(
        col("indicator_code"),
        col("year"),
        importance.as("importance"),
        lit(1.0).minus(importance).as("entropy"),
        try_divide(sd, mean).as("variation"),
        lit(null).cast("double").as("conflict"),
        mean.as("mean"),
        sd.as("sd"),
        col("n"),
        col("n_negative"),
        reason.as("reason"));
  }
}
