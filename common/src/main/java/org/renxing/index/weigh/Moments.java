package org.renxing.index.weigh;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.ExactSum;
import org.renxing.column.Finite;
import org.renxing.model.WeightOptions.Basis;
import org.renxing.model.WeightOptions.Sigma;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Means and deviations of indicators over the scope of their weights, with every sum taken so that
 * the order of rows does not matter ({@link ExactSum}).
 *
 * <p>Deviations are taken about the mean and as a share of the range, so that near-constant columns
 * keep their digits and squares neither overflow nor vanish; this reads the input twice. The
 * population σ has the divisor n, the sample's n − 1.
 */
final class Moments {
  /** Values lie on both sides of 0, and their mean within one σ of it: σ/mean says nothing. */
  static final String NEAR_ZERO_MEAN = "NEAR_ZERO_MEAN";

  /** Values so large that their mean or range is beyond a double. */
  static final String TOO_LARGE = "TOO_LARGE";

  private static final List<String> KEY = List.of("indicator_code", "year");

  private Moments() {}

  /** Scope years and groups on every row, beside x (the basis) and y (normalised, shifted). */
  static Dataset<Row> rows(WeightingInput input) {
    return input
        .grouped()
        .select(
            col("indicator_code"),
            input.group().as("group"),
            col("unit_id"),
            col("year").as("at"),
            input.scopeYear().as("year"),
            input.basis().as("x"),
            input.shifted().as("y"));
  }

  /**
   * One row an indicator and scope year: n, n_negative, m (the mean of x), least, most, and for y
   * m_y and range_y.
   */
  static Dataset<Row> means(Dataset<Row> rows) {
    Column x = col("x");
    Column y = col("y");
    return rows.groupBy("indicator_code", "year")
        .agg(
            try_divide(ExactSum.wide(x), count(x)).as("m"),
            min(x).as("least"),
            max(x).as("most"),
            count(x).as("n"),
            count(when(x.lt(0.0), 1)).as("n_negative"),
            try_divide(ExactSum.wide(y), count(y)).as("m_y"),
            max(y).minus(min(y)).as("range_y"));
  }

  /** The rows with dx and dy, deviations as a share of the range; null where that is 0. */
  static Dataset<Row> centred(Dataset<Row> rows, Dataset<Row> means) {
    return rows.join(broadcast(means), key())
        .withColumn("dx", try_divide(col("x").minus(col("m")), col("most").minus(col("least"))))
        .withColumn("dy", try_divide(col("y").minus(col("m_y")), col("range_y")));
  }

  /** {@link #means} with {@code squares}, the sum of the squares of dx. */
  static Dataset<Row> of(WeightingInput input) {
    Dataset<Row> rows = rows(input);
    List<Column> kept = new ArrayList<>();
    for (String column : List.of("m", "least", "most", "n", "n_negative")) {
      kept.add(first(col(column)).as(column));
    }
    return centred(rows, means(rows))
        .withColumn("square", col("dx").multiply(col("dx")))
        .groupBy("indicator_code", "year")
        .agg(ExactSum.of(col("square")).as("squares"), kept.toArray(Column[]::new));
  }

  /** σ over {@link #of}: 0 for a constant, null without values, or for the sample's of one. */
  static Column sd(WeightingInput input) {
    boolean isSample = input.scheme().options().sigma() == Sigma.SAMPLE;
    Column divisor = isSample ? col("n").minus(1) : col("n");
    Column range = col("most").minus(col("least"));
    return when(divisor.gt(0).and(range.equalTo(0.0)), lit(0.0))
        .when(divisor.gt(0), range.multiply(sqrt(try_divide(col("squares"), divisor))));
  }

  /** Why an indicator has no importance of its own, over {@link #of}; null where it may have. */
  static Column reason() {
    return when(col("n").equalTo(0), Entropy.NO_VALUES)
        .when(isTooLarge(), TOO_LARGE)
        .when(col("n").equalTo(1), Entropy.SINGLE_ROW)
        .when(col("least").equalTo(col("most")), Entropy.CONSTANT);
  }

  /** Whether {@link #TOO_LARGE} holds; reads m, least and most. */
  static Column isTooLarge() {
    Column range = col("most").minus(col("least"));
    return Finite.orNull(col("m")).isNull().or(Finite.orNull(range).isNull());
  }

  /** The same, and {@link #NEAR_ZERO_MEAN}; reads sd. */
  static Column reasonOfRatio() {
    Column isMixed = col("least").lt(0.0).and(col("most").gt(0.0));
    return reason().when(isMixed.and(abs(col("m")).lt(col("sd"))), NEAR_ZERO_MEAN);
  }

  /**
   * The frame of {@link WeightingMethod#importance}: 0 for constants, null where another reason
   * stands.
   *
   * @param weighed has n, n_negative, m, sd, reason, importance, variation and conflict
   */
  static Dataset<Row> result(Dataset<Row> weighed, WeightingInput input) {
    boolean isRaw = input.scheme().options().basis() == Basis.RAW;
    double shift = isRaw ? 0 : input.scheme().shift();
    Column importance =
        when(col("reason").isNull(), col("importance"))
            .when(col("reason").isin(Entropy.CONSTANT, Critic.NO_CONFLICT), lit(0.0));
    return weighed.select(
        col("indicator_code"),
        col("year"),
        importance.as("importance"),
        lit(null).cast("double").as("entropy"),
        col("variation"),
        col("conflict"),
        col("m").minus(shift).as("mean"),
        col("sd"),
        col("n"),
        col("n_negative"),
        col("reason"));
  }

  static Seq<String> key() {
    return CollectionConverters.asScala(KEY).toSeq();
  }
}
