package org.renxing.index.weigh;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.renxing.column.ExactParts;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;

/**
 * Moments and cross moments of the indicators of each group, in one aggregation.
 *
 * <p>A pair's correlation (Pearson, of normalised values) is over the rows that have both. Terms
 * are centred about the columns' means first, so that nothing large cancels, and summed by {@link
 * ExactParts}, so that partitions change no bit. The result has k(k + 1)/2 rows for a group of k
 * indicators, whatever the size of the panel.
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
  static Dataset<Row> of(Dataset<Row> centred, IndexSystem indexSystem) {
    List<String> codes = indexSystem.indicators().stream().map(Indicator::code).toList();
    Column cell = struct(col("indicator_code"), col("dx"), col("dy"));
    Column parts = col("parts");
    Column[] sums = new Column[CrossSums.NAMES.size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = ExactParts.total(parts, i * ExactParts.COUNT).as(CrossSums.NAMES.get(i));
    }
    Dataset<Row> cross =
        centred
            .groupBy("year", "group", "unit_id", "at")
            .agg(collect_list(cell).as("cells"))
            .select("year", "group", "cells")
            .mapPartitions(new CrossSums(codes), Encoders.row(CrossSums.SCHEMA))
            .groupBy("year", "group", "j", "k")
            .agg(sum("pairs").as("pairs"), sums);
    Column isSame = col("j").equalTo(col("k"));
    return cross.select(
        col("year"),
        col("group"),
        col("j"),
        col("k"),
        when(isSame.and(col("pairs").gt(0)), col("aa")).as("squares"),
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
