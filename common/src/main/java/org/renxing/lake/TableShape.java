package org.renxing.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
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

  /** Rows with nulls for columns of the specification that they lack. */
  static Dataset<Row> completed(Dataset<Row> rows, TableSpec spec) {
    List<String> there = List.of(rows.columns());
    Dataset<Row> out = rows;
    for (ColumnSpec column : spec.columns()) {
      if (!there.contains(column.name())) {
        out = out.withColumn(column.name(), lit(null).cast(type(column.type())));
      }
    }
    return out;
  }

  /** See {@link Lake#shape}. */
  static Dataset<Row> shaped(TableSpec spec, Dataset<Row> rows, String runId) {
    List<Column> columns = new ArrayList<>();
    for (ColumnSpec column : spec.columns()) {
      Column value = isStamp(spec, column) ? lit(runId) : col(column.name());
      columns.add(
          value
              .cast(type(column.type()))
              .as(
                  column.name(),
                  new MetadataBuilder().putString("comment", comment(column)).build()));
    }
    return rows.select(columns.toArray(Column[]::new));
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

  /** Whether a column is filled in by the lake: the run that made a row, but in tables of runs. */
  static boolean isStamp(TableSpec spec, ColumnSpec column) {
    return column.name().equals("run_id") && !spec.name().layer().equals("ops");
  }

  /** The comment of a column as it is stored, with its unit of measure. */
  public static String comment(ColumnSpec column) {
    return column.unit().isEmpty()
        ? column.comment()
        : column.comment() + " [" + column.unit() + "]";
  }
}
