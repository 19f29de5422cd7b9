package org.renxing.index.weigh;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.ExactSum;

/**
 * Moments and cross moments of the indicators of each group, in one aggregation.
 *
 * <p>A pair's correlation (Pearson, of normalised values) is over the rows that have both. Terms
 * are centred about the columns' means first, so that nothing large cancels, and summed by {@link
 * ExactSum}, so that partitions change no bit. A row of k indicators gives k(k + 1)/2 terms; the
 * result has as many rows, whatever the size of the panel.
 */
final class Correlations {
  private Correlations() {}

  /**
   * One row a scope year, group and pair j ≤ k: r (null where the two have no common variation; 1
   * on the diagonal, null there for an indicator that does not vary), and on the diagonal {@code
   * squares} of {@link Moments#of}.
   *
   * @param centred what {@link Moments#centred} gives
   */
  static Dataset<Row> of(Dataset<Row> centred) {
    Dataset<Row> cells =
        centred
            .groupBy("year", "group", "unit_id", "at")
            .agg(
                sort_array(collect_list(struct(col("indicator_code"), col("dx"), col("dy"))))
                    .as("cells"));
    Column isDiagonal = col("j.indicator_code").equalTo(col("k.indicator_code"));
    Dataset<Row> terms =
        cells
            .select(col("*"), posexplode(col("cells")).as(new String[] {"at_j", "j"}))
            .select(
                col("year"),
                col("group"),
                col("j"),
                explode(slice(col("cells"), col("at_j").plus(1), size(col("cells")))).as("k"))
            .select(
                col("year"),
                col("group"),
                col("j.indicator_code").as("j"),
                col("k.indicator_code").as("k"),
                when(isDiagonal, col("j.dx")).otherwise(col("j.dy")).as("a"),
                when(isDiagonal, col("k.dx")).otherwise(col("k.dy")).as("b"))
            .where(col("j").equalTo(col("k")).or(col("a").isNotNull().and(col("b").isNotNull())))
            .withColumn("ab", col("a").multiply(col("b")))
            .withColumn("aa", col("a").multiply(col("a")))
            .withColumn("bb", col("b").multiply(col("b")));
    Dataset<Row> sums =
        terms
            .groupBy("year", "group", "j", "k")
            .agg(
                count(col("ab")).as("pairs"),
                ExactSum.of(col("ab")).as("ab"),
                ExactSum.of(col("a")).as("a"),
                ExactSum.of(col("b")).as("b"),
                ExactSum.of(col("aa")).as("aa"),
                ExactSum.of(col("bb")).as("bb"));
    Column isSame = col("j").equalTo(col("k"));
    return sums.select(
        col("year"),
        col("group"),
        col("j"),
        col("k"),
        when(isSame, col("aa")).as("squares"),
        when(isSame, when(col("pairs").gt(1), lit(1.0))).otherwise(r()).as("r"));
  }

  private static Column r() {
    Column covariance = spread("ab", "a", "b");
    Column scale = sqrt(spread("aa", "a", "a")).multiply(sqrt(spread("bb", "b", "b")));
    return when(scale.gt(0.0), greatest(lit(-1.0), least(lit(1.0), try_divide(covariance, scale))));
  }

  private static Column spread(String product, String left, String right) {
    Column means = try_divide(col(left).multiply(col(right)), col("pairs"));
    return col(product).minus(means);
  }
}
