package org.renxing.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.TableSpec;

/**
 * Rows of a stored table that are held in this JVM. Their values are String, Integer, Long, Double,
 * Boolean, byte[], Timestamp, String[] and Map, as the columns say; each row knows its columns by
 * name.
 *
 * @param schema columns with their types and comments
 */
public record StoredRows(StructType schema, List<Row> rows) {
  public StoredRows {
    rows = List.copyOf(rows);
  }

  /** The same in the columns of a specification, with nulls for columns that are not there. */
  StoredRows in(TableSpec spec) {
    StructType wanted = TableShape.of(spec);
    List<String> names = List.of(schema.fieldNames());
    int[] places = spec.columnNames().stream().mapToInt(names::indexOf).toArray();
    List<Row> out = new ArrayList<>();
    for (Row row : rows) {
      Object[] values = new Object[places.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = places[i] < 0 ? null : row.get(places[i]);
      }
      out.add(new GenericRowWithSchema(values, wanted));
    }
    return new StoredRows(wanted, out);
  }
}
