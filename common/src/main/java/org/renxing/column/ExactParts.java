package org.renxing.column;

import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;

/**
 * Sums as of {@link ExactSum#of}, taken in plain Java over the rows of a partition and put together
 * over partitions: the same bits in whatever order and partitions the terms come.
 *
 * <p>Each term is cut into whole multiples of 2^−20, 2^−50 and 2^−80 and a rest. Sums of such parts
 * are exact while the absolute terms, each below 2^31, sum to less than 2^33; only rests below
 * 2^−81 are summed as they come.
 */
public final class ExactParts {
  /** Doubles that one sum takes. */
  public static final int COUNT = 4;

  // x + 1.5 · 2^(52 + e) − 1.5 · 2^(52 + e) is the multiple of 2^e nearest to x
  private static final double LARGE = 0x1.8p32;
  private static final double MIDDLE = 0x1.8p2;
  private static final double SMALL = 0x1.8p-28;

  private ExactParts() {}

  /** Adds a term to the sum whose parts begin at an offset. */
  public static void add(double[] parts, int offset, double term) {
    double large = term + LARGE - LARGE;
    double rest = term - large;
    double middle = rest + MIDDLE - MIDDLE;
    rest -= middle;
    double small = rest + SMALL - SMALL;
    parts[offset] += large;
    parts[offset + 1] += middle;
    parts[offset + 2] += small;
    parts[offset + 3] += rest - small;
  }

  /** Adds sums to others of the same length, part by part. */
  public static void merge(double[] into, double[] parts) {
    for (int i = 0; i < into.length; i++) {
      into[i] += parts[i];
    }
  }

  /** The whole sum whose parts begin at an offset. */
  public static double total(double[] parts, int offset) {
    return parts[offset] + (parts[offset + 1] + (parts[offset + 2] + parts[offset + 3]));
  }

  /**
   * The whole sum, an aggregate over the arrays of all partitions.
   *
   * @param parts an array column
   */
  public static Column total(Column parts, int offset) {
    Column total = sum(parts.getItem(offset + COUNT - 1));
    for (int i = COUNT - 2; i >= 0; i--) {
      total = sum(parts.getItem(offset + i)).plus(total);
    }
    return total;
  }
}
