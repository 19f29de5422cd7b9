package org.renxing.model;

/**
 * A column of a published table.
 *
 * @param unit unit of measure, or empty where it has none
 * @param comment what it holds, for a reader who sees the table for the first time
 */
public record ColumnSpec(String name, Type type, String unit, String comment, boolean isRequired) {

  /** Types that tables use. */
  public enum Type {
    STRING("string"),
    INT("int"),
    LONG("bigint"),
    DOUBLE("double"),
    BOOLEAN("boolean"),
    BINARY("binary"),
    TIMESTAMP("timestamp"),
    STRINGS("array<string>"),
    STRING_MAP("map<string,string>");

    private final String sql;

    Type(String sql) {
      this.sql = sql;
    }

    /** The type's name in Spark SQL. */
    public String sql() {
      return sql;
    }
  }

  /** A column that may be null. */
  public static ColumnSpec optional(String name, Type type, String unit, String comment) {
    return new ColumnSpec(name, type, unit, comment, false);
  }

  /** A column that is never null; the audit refuses a release where it is. */
  public static ColumnSpec required(String name, Type type, String unit, String comment) {
    return new ColumnSpec(name, type, unit, comment, true);
  }
}
