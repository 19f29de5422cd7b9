package org.renxing.index;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.column.SignificantDigits;

/** Ranks units by a value, the highest first (methods: scores). */
public final class Ranking {
  /** Values equal to this many significant digits are ties. */
  public static final int DIGITS = 12;

  private Ranking() {}

  /**
   * Adds three columns within the groups of {@code within}.
   *
   * <ul>
   *   <li>{@code rank} int: dense, 1 for the highest; values equal to 12 significant digits share
   *       it
   *   <li>{@code order_no} int: a total order, ties by {@code unit_id}
   *   <li>{@code percentile} double: share of the other units that are not better, 1 for the best,
   *       also for a unit alone
   * </ul>
   *
   * Where the value is null all three are null, and the row does not count.
   */
  public static Dataset<Row> add(Dataset<Row> frame, String value, List<String> within) {
    Column[] groups = within.stream().map(c -> col(c)).toArray(Column[]::new);
    Column key = col("ranking_key").desc_nulls_last();
    WindowSpec group = Window.partitionBy(groups);
    WindowSpec byValue = group.orderBy(key);
    WindowSpec total = group.orderBy(key, col("unit_id").asc());
    Column known = col(value).isNotNull();
    Column others = count(col(value)).over(group).minus(1);
    Column above = rank().over(byValue).minus(1);
    return frame
        .withColumn("ranking_key", SignificantDigits.round(col(value), DIGITS))
        .select(
            col("*"),
            when(known, row_number().over(total)).as("order_no"),
            when(known, dense_rank().over(byValue)).as("rank"),
            when(
                    known,
                    when(others.equalTo(0), lit(1.0))
                        .otherwise(lit(1.0).minus(try_divide(above.cast("double"), others))))
                .as("percentile"))
        .drop("ranking_key");
  }
}
