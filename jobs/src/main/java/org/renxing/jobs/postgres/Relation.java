package org.renxing.jobs.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table or view that is in the database.
 *
 * @param isView whether it is a view
 * @param comment empty where it has none
 * @param columns in their order
 */
record Relation(boolean isView, String comment, Map<String, Column> columns) {
  private static final String QUERY =
      """
      SELECT c.relname, c.relkind, coalesce(obj_description(c.oid, 'pg_class'), ''), a.attname,
        format_type(a.atttypid, a.atttypmod), coalesce(col_description(c.oid, a.attnum), '')
      FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE n.nspname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')
      ORDER BY c.relname, a.attnum
      """;

  Relation {
    columns = new LinkedHashMap<>(columns);
  }

  /** A column's type, as PostgreSQL writes it, and comment. */
  record Column(String type, String comment) {}

  /** All of a schema, by name. */
  static Map<String, Relation> in(Connection connection, String schema) throws SQLException {
    Map<String, Relation> out = new TreeMap<>();
    for (List<String> row : Database.rows(connection, QUERY, schema)) {
      Relation relation =
          out.computeIfAbsent(
              row.get(0), name -> new Relation(row.get(1).equals("v"), row.get(2), Map.of()));
      if (row.get(3) != null) {
        relation.columns.put(row.get(3), new Column(row.get(4), row.get(5)));
      }
    }
    return out;
  }

  /**
   * Whether a view with these columns may show another table: it has them all, of the same type.
   */
  boolean isWithin(Relation table) {
    return columns.entrySet().stream()
        .allMatch(
            column ->
                table.columns.containsKey(column.getKey())
                    && table.columns.get(column.getKey()).type().equals(column.getValue().type()));
  }

  /** The columns of a view that is to show another table: its own first, and then new ones. */
  List<String> extendedBy(Relation table) {
    Map<String, Column> all = new LinkedHashMap<>(columns);
    all.putAll(table.columns);
    return List.copyOf(all.keySet());
  }

  @Override
  public Map<String, Column> columns() {
    return new LinkedHashMap<>(columns);
  }
}
