package org.renxing.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * One version of a table, opened for reading. Rows come with values as in {@link TableRows.Held}.
 */
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

  /** The same rows with these columns, and perhaps others: for one who needs no more. */
  default RowReader with(List<String> columns) {
    return this;
  }

  /** The rows, all at once. */
  default TableRows.Held rows(Optional<String> scenario) {
    List<Row> out = new ArrayList<>();
    forEach(scenario, out::add);
    return new TableRows.Held(schema(), out);
  }
}
