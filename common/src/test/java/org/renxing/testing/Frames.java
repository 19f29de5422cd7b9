package org.renxing.testing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Small frames from literals, and back. */
public final class Frames {
  private Frames() {}

  /** A frame with a DDL schema such as {@code unit_id string, year int, value double}. */
  public static Dataset<Row> of(String ddl, List<Row> rows) {
    return SparkExtension.session().createDataFrame(rows, StructType.fromDDL(ddl));
  }

  /** A frame of literal rows. */
  public static Dataset<Row> of(String ddl, Row... rows) {
    return of(ddl, Arrays.asList(rows));
  }

  /** A row. */
  public static Row row(Object... values) {
    return RowFactory.create(values);
  }

  /** The frame's rows by a text key. */
  public static Map<String, Row> by(Dataset<Row> frame, Function<Row, String> key) {
    Map<String, Row> out = new LinkedHashMap<>();
    for (Row row : frame.collectAsList()) {
      if (out.put(key.apply(row), row) != null) {
        throw new AssertionError("two rows with key " + key.apply(row));
      }
    }
    return out;
  }

  /** The frame's rows by columns, joined with a slash. */
  public static Map<String, Row> by(Dataset<Row> frame, String... columns) {
    return by(
        frame,
        row -> {
          StringBuilder key = new StringBuilder();
          for (String column : columns) {
            Object value = row.getAs(column);
            key.append(key.isEmpty() ? "" : "/").append(value);
          }
          return key.toString();
        });
  }
}
