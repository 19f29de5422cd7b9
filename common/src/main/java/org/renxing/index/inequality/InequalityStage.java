package org.renxing.index.inequality;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.renxing.index.Groups;

/**
 * Inequality of every measure, grouping and year in one stage: values are packed where they lie,
 * one shuffle brings those of a cell together, and {@link org.renxing.inequality} does the rest.
 * The answer is the same on any number of partitions, to the last bit.
 */
public final class InequalityStage {
  private InequalityStage() {}

  /**
   * The indices of measures by groups of units: the groupings and {@code all}, where every unit is
   * of one group.
   *
   * @param measures measure, unit_id, year (int), value (double); missing values have no row, or
   *     are null
   * @param units unit_id, unique, and the grouping columns
   * @param groupings see {@link Groups#expand}
   * @return see {@link #compare}
   */
  public static Dataset<Row> byYear(
      Dataset<Row> measures, Dataset<Row> units, List<String> groupings) {
    return compare(
        Groups.expand(
                measures.select(col("measure"), col("unit_id"), col("year"), col("value")),
                units,
                groupings)
            .withColumnRenamed("group_type", "grouping"));
  }

  /**
   * One row a measure, grouping and year: the columns of gold.inequality_year, and as arrays of
   * structs {@code groups} and {@code pairs}, those of the two tables beside it. What is undefined
   * is null and has a reason, by name of {@link org.renxing.inequality.Reason}. One cell at a time
   * is held in memory by a task, at eight bytes a value and as much again for sorting.
   *
   * @param values measure, grouping, year (int), group_value, value (double); rows with a null
   *     value do not count
   */
  public static Dataset<Row> compare(Dataset<Row> values) {
    Column[] cell = {col("measure"), col("grouping"), col("year")};
    return values
        .where(col("value").isNotNull())
        .select(cell[0], cell[1], cell[2], col("group_value"), col("value"))
        .mapPartitions(new Packing(), Encoders.row(Packing.SCHEMA))
        .repartition(cell)
        .sortWithinPartitions(cell)
        .mapPartitions(new Comparing(), Encoders.row(InequalityRow.SCHEMA));
  }
}
