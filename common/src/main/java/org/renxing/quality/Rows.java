package org.renxing.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** All indicators of a unit in a year: a row of the yearbook. */
final class Rows {
  /** The cells of one row. */
  static final WindowSpec ROW = Window.partitionBy("unit_id", "year");

  private Rows() {}

  /**
   * Cells that a shared cause would move: far from their history, though perhaps not far enough.
   */
  static Column leans(double limit, double leastFactor) {
    return col("score").geq(limit).and(Jumps.isLarge(leastFactor));
  }

  /** The cells of the row that meet a condition: indicator_code, y, expected, residual, spread. */
  static Column collected(Column condition) {
    return collect_list(
            when(
                condition,
                struct(
                    col("indicator_code"),
                    col("y"),
                    col("expected"),
                    col("residual"),
                    col("spread"))))
        .over(ROW);
  }

  /** Of some indicators, a map from code to a struct of value and score. */
  static Column byCode(Collection<String> codes) {
    return map_from_entries(
        collect_list(
                when(
                    col("indicator_code").isin(codes.toArray()),
                    struct(
                        col("indicator_code").as("key"),
                        struct(col("value"), col("score")).as("value"))))
            .over(ROW));
  }
}
