package org.renxing.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** One version of a table, opened for reading. Rows come with values as in {@link StoredRows}. */
public interface RowReader {
  /** Columns with their types and comments. */
  StructType schema();

  /** How many rows the version has. */
  long rowCount();

  /**
   * Hands on the rows one by one, in no particular order.
   *
   * @param scenario only rows of this scenario id, where the table is by scenario
   * @throws org.renxing.model.RenxingException STORAGE where a file of rows cannot be read
   */
  void forEach(Optional<String> scenario, Consumer<Row> use);

  /** The rows, all at once. */
  default StoredRows rows(Optional<String> scenario) {
    List<Row> out = new ArrayList<>();
    forEach(scenario, out::add);
    return new StoredRows(schema(), out);
  }
}
