package org.renxing.lake;

import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
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
        out = out.add(column.name(), type(column.type()));
      }
    }
    return out;
  }

  /** The type as Spark has it. */
  static DataType type(ColumnSpec.Type type) {
    return switch (type) {
      case STRING -> DataTypes.StringType;
      case INT -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case BINARY -> DataTypes.BinaryType;
      case TIMESTAMP -> DataTypes.TimestampType;
      case STRINGS -> DataTypes.createArrayType(DataTypes.StringType, true);
      case STRING_MAP -> DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, true);
    };
  }
}
