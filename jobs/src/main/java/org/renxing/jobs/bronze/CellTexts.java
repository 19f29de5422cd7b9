package org.renxing.jobs.bronze;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_arrays;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of a typed table as cells of text. */
final class CellTexts {
  private CellTexts() {}

  /** Heads to texts; bytes, such as the geometry of GeoParquet, in hexadecimal. */
  static Column of(StructType table) {
    Column[] heads = Arrays.stream(table.fieldNames()).map(c -> lit(c)).toArray(Column[]::new);
    Column[] texts = Arrays.stream(table.fields()).map(CellTexts::text).toArray(Column[]::new);
    return map_from_arrays(array(heads), array(texts));
  }

  private static Column text(StructField field) {
    Column cell = col("`" + field.name() + "`");
    return field.dataType().equals(DataTypes.BinaryType) ? hex(cell) : cell.cast("string");
  }
}
