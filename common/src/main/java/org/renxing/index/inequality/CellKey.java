package org.renxing.index.inequality;

import org.apache.spark.sql.Row;

/** Whose values are compared with each other. */
record CellKey(String measure, String grouping, int year) {
  /** Of a row that begins with measure, grouping and year. */
  static CellKey of(Row row) {
    return new CellKey(row.getString(0), row.getString(1), row.getInt(2));
  }
}
