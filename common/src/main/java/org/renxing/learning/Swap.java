package org.renxing.learning;

import java.util.Arrays;

/**
 * Other values of one column.
 *
 * @param values one a row
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Swap(int column, double[] values) {
  /** One value for all rows. */
  static Swap constant(int column, double value, int rows) {
    double[] values = new double[rows];
    Arrays.fill(values, value);
    return new Swap(column, values);
  }

  /** The values of some rows. */
  Swap select(int[] rows) {
    return new Swap(column, Arrays.stream(rows).mapToDouble(i -> values[i]).toArray());
  }
}
