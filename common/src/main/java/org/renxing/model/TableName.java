package org.renxing.model;

import java.util.regex.Pattern;

/** A table of the lake: its layer (bronze, silver, gold, ops) and its name, as in SQL. */
public record TableName(String layer, String name) implements Comparable<TableName> {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

  public TableName {
    if (!WORD.matcher(layer).matches() || !WORD.matcher(name).matches()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "table name " + layer + "." + name + ": use lower-case letters, digits and _");
    }
  }

  /** Reads {@code layer.name}. */
  public static TableName parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      throw new RenxingException(
          ErrorCode.USAGE, "table name '" + text + "': write layer.name, such as gold.dim_unit");
    }
    return new TableName(text.substring(0, dot), text.substring(dot + 1));
  }

  public static TableName gold(String name) {
    return new TableName("gold", name);
  }

  public static TableName silver(String name) {
    return new TableName("silver", name);
  }

  @Override
  public int compareTo(TableName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return layer + "." + name;
  }
}
