package org.renxing.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.spark.sql.Row;

/**
 * One row of a table of {@link HandScenario}, to be held against figures worked out by hand.
 *
 * @param name what the row is, for messages
 */
record HandRow(String name, Row row) {
  /** The four cities. */
  static final String A = "110100";

  static final String B = "110200";
  static final String C = "310100";
  static final String D = "310200";

  private static final double TOLERANCE = 1e-12;

  /** The one row of a table whose columns have these values: {@code "year", 2015, "unit_id", A}. */
  static HandRow of(String table, Object... key) {
    return new HandRow(table, HandScenario.only(table, key));
  }

  /** Holds columns against values: {@code "n", 4, "mean", 0.5, "reason", null}. */
  HandRow has(Object... columnsAndValues) {
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      check((String) columnsAndValues[i], columnsAndValues[i + 1]);
    }
    return this;
  }

  private void check(String column, Object expected) {
    Object found = row.getAs(column);
    String place = name + "." + column + " of " + row;
    if (expected instanceof Double number) {
      assertThat(found).as(place).isInstanceOf(Double.class);
      assertThat((Double) found)
          .as(place)
          .isCloseTo(number, within(TOLERANCE * Math.max(1, Math.abs(number))));
    } else if (expected instanceof Integer count) {
      assertThat(found).as(place).isInstanceOf(Number.class).isNotInstanceOf(Double.class);
      assertThat(((Number) found).longValue()).as(place).isEqualTo(count.longValue());
    } else {
      assertThat(found).as(place).isEqualTo(expected);
    }
  }
}
