package org.renxing.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a table is: name, grain, columns and the checks that its rows must pass. Comments, contract,
 * dictionary and audit all come from it.
 *
 * @param grain one sentence: what one row is
 * @param keys columns that together are unique and never null
 */
public record TableSpec(
    TableName name,
    String grain,
    List<String> keys,
    List<ColumnSpec> columns,
    List<RowCheck> checks) {

  /** The name of the condition that no two rows have the same key. */
  public static final String UNIQUE_KEY = "the key is unique";

  public TableSpec {
    keys = List.copyOf(keys);
    columns = List.copyOf(columns);
    checks = List.copyOf(checks);
    Set<String> names = new HashSet<>();
    for (ColumnSpec column : columns) {
      if (!names.add(column.name())) {
        throw new RenxingException(ErrorCode.INTERNAL, name + ": column twice: " + column.name());
      }
    }
    if (!names.containsAll(keys)) {
      throw new RenxingException(ErrorCode.INTERNAL, name + ": a key is not a column: " + keys);
    }
  }

  /**
   * A condition that every row must meet.
   *
   * @param sql a Spark SQL predicate; null counts as met
   */
  public record RowCheck(String name, String sql) {}

  /** Names of all columns, in order. */
  public List<String> columnNames() {
    return columns.stream().map(ColumnSpec::name).toList();
  }

  /** Whether the table is kept by scenario. */
  public boolean isByScenario() {
    return columns.stream().anyMatch(c -> c.name().equals("scenario_id"));
  }

  /**
   * All conditions that every row must meet, by name, in Spark SQL: required columns are given,
   * doubles are finite, and the table's own checks hold.
   */
  public Map<String, String> conditions() {
    Map<String, String> out = new LinkedHashMap<>();
    for (ColumnSpec column : columns) {
      if (column.isRequired()) {
        out.put(given(column), "`" + column.name() + "` IS NOT NULL");
      }
      if (column.type() == ColumnSpec.Type.DOUBLE) {
        // infinite - infinite and NaN - NaN are not 0
        out.put(finite(column), "`%1$s` IS NULL OR `%1$s` - `%1$s` = 0".formatted(column.name()));
      }
    }
    checks.forEach(check -> out.put(check.name(), check.sql()));
    return out;
  }

  /** The name of the condition that a column is given. */
  public static String given(ColumnSpec column) {
    return column.name() + " is given";
  }

  /** The name of the condition that a column of doubles is finite. */
  public static String finite(ColumnSpec column) {
    return column.name() + " is finite";
  }

  /** Starts a table. */
  public static Builder of(TableName name, String grain) {
    return new Builder(name, grain);
  }

  /** Collects columns in the order in which they are published. */
  public static final class Builder {
    private final TableName name;
    private final String grain;
    private final List<String> keys = new ArrayList<>();
    private final List<ColumnSpec> columns = new ArrayList<>();
    private final List<RowCheck> checks = new ArrayList<>();

    private Builder(TableName name, String grain) {
      this.name = name;
      this.grain = grain;
    }

    /** A column of the key: required. */
    public Builder key(String column, ColumnSpec.Type type, String comment) {
      keys.add(column);
      columns.add(ColumnSpec.required(column, type, "", comment));
      return this;
    }

    public Builder required(String column, ColumnSpec.Type type, String unit, String comment) {
      columns.add(ColumnSpec.required(column, type, unit, comment));
      return this;
    }

    public Builder optional(String column, ColumnSpec.Type type, String unit, String comment) {
      columns.add(ColumnSpec.optional(column, type, unit, comment));
      return this;
    }

    public Builder check(String checkName, String sql) {
      checks.add(new RowCheck(checkName, sql));
      return this;
    }

    /** Adds columns that tables have in common. */
    public Builder with(UnaryOperator<Builder> columns) {
      return columns.apply(this);
    }

    public TableSpec build() {
      return new TableSpec(name, grain, keys, columns, checks);
    }
  }
}
