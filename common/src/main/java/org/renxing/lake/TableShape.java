package org.renxing.lake;

import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.ColumnSpec;
import org.renxing.model.TableSpec;

/** The columns of a table as Spark wants them, for rows that are made one by one. */
public final class TableShape {
  private TableShape() {}

  /**
   * Names and types of the columns, in their order.
   *
   * @param without columns that the rows do not have yet, such as run_id, which the lake adds
   */
  public static StructType of(TableSpec spec, String... without) {
    Set<String> left = Set.of(without);
    StructType out = new StructType();
    for (ColumnSpec column : spec.columns()) {
      if (!left.contains(column.name())) {
        out = out.add(column.name(), DataType.fromDDL(column.type().sql()));
      }
    }
    return out;
  }
}
