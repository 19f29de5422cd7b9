package org.renxing.jobs.silver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;

/** What tables of rows that were set aside have in common. */
public final class SetAside {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SetAside() {}

  /** Starts such a table with where a row came from. */
  public static TableSpec.Builder table(TableName name, String grain) {
    return TableSpec.of(name, grain)
        .key("source_id", Type.STRING, "Source")
        .key("source_file", Type.STRING, "File")
        .key("row_number", Type.LONG, "Line of the file when the row first came")
        .key(
            "row_hash", Type.STRING, "Hash of the row's cells; tells apart rows that share a line");
  }

  /** Adds why a row was set aside. */
  public static TableSpec.Builder reason(TableSpec.Builder table) {
    return table
        .required("reason_code", Type.STRING, "", "Kind of defect")
        .required("reason", Type.STRING, "", "What is wrong, with the value and what is allowed");
  }

  /** Adds the unit and year of a row. */
  public static TableSpec.Builder place(TableSpec.Builder table) {
    return table
        .optional("unit_id", Type.STRING, "", "Unit, where it resolved")
        .optional("year", Type.INT, "", "Year, where it is one");
  }

  /** Adds the row, and who wrote it. */
  public static TableSpec.Builder raw(TableSpec.Builder table) {
    return table
        .required("raw", Type.STRING, "", "The row as received, as JSON")
        .required("run_id", Type.STRING, "", "Run that wrote the row");
  }

  /** The cells of a row as received, as JSON. */
  public static String json(Map<String, String> cells) {
    try {
      return JSON.writeValueAsString(cells);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is plain data", e);
    }
  }

  /** A year as a cell; null for 0, which stands for none. */
  public static Integer year(int year) {
    return year == 0 ? null : (Integer) year;
  }
}
