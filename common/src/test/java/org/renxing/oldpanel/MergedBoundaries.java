package org.renxing.oldpanel;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Series of successors in their later boundaries (methods: panel). */
final class MergedBoundaries {
  private static final StructType MERGES =
      StructType.fromDDL("`from` string, `to` string, `before` int");

  private MergedBoundaries() {}

  /**
   * Adds to each successor's additive values of the years before a merge those of the units that
   * passed over to it: X'(t) = X(t) + sum over the merges of later years of X_from(t). One part
   * that is missing makes the sum missing, for the cause {@link BaseValues#MERGE_INCOMPLETE}; a
   * year in which all are missing has no row. The rows of the units that passed over stay.
   *
   * @param values the columns of {@link BaseValues}
   */
  static Dataset<Row> of(Dataset<Row> values, List<Merge> merges, Collection<String> additive) {
    if (merges.isEmpty() || additive.isEmpty()) {
      return values;
    }
    List<Row> rows = new ArrayList<>();
    merges.forEach(m -> rows.add(RowFactory.create(m.from(), m.to(), m.year())));
    Dataset<Row> table = values.sparkSession().createDataFrame(rows, MERGES);
    Column isAdditive = col("indicator_code").isin(additive.toArray());
    Column parts = lit(0);
    for (Merge merge : merges) {
      Column isPart = merge.isBefore(col("unit_id"), col("year"));
      parts = parts.plus(when(isPart, 1).otherwise(0));
    }
    Column isAdjusted = isAdditive.and(parts.gt(0));
    Dataset<Row> passed =
        values
            .where(isAdditive)
            .join(
                broadcast(table),
                col("unit_id").equalTo(col("from")).and(col("year").lt(col("before"))))
            .withColumn("unit_id", col("to"))
            .drop("from", "to", "before");
    Column isWhole = count(col("value")).equalTo(parts.plus(1));
    Dataset<Row> sums =
        values
            .where(isAdjusted)
            .unionByName(passed)
            .groupBy("unit_id", "year", "indicator_code")
            .agg(
                when(isWhole, sum("value")).as("value"),
                concat_ws(",", array_sort(collect_set("source_id"))).as("source_id"),
                bool_or(col("is_corrected")).as("is_corrected"),
                bool_or(col("is_doubtful")).as("is_doubtful"),
                when(isWhole, lit(null).cast("string"))
                    .otherwise(BaseValues.MERGE_INCOMPLETE)
                    .as("cause"),
                isWhole.as("is_merged"),
                lit(false).as("is_deflated"));
    return values.where(not(isAdjusted)).unionByName(sums);
  }
}
