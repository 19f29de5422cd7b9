package org.renxing.inequality;

import java.util.Arrays;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * The values of one group in ascending order.
 *
 * <p>Sums of values are taken times 2^−exponent, where all are below 2 in size and the largest is
 * not small, so that neither 1e-300 nor 1e307 leaves the range of doubles. Scaling is exact but for
 * values so small beside the largest that no sum sees them.
 */
final class Group {
  private static final int LOWEST_EXPONENT = -1000;

  private final String name;
  private final double[] values;
  private final int exponent;
  private final double scaledMean;

  /**
   * Sorts the values in place.
   *
   * @throws RenxingException DATA_CHECK for a value that is NaN or infinite
   */
  Group(String name, double[] values) {
    this.name = name;
    this.values = values;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new RenxingException(
            ErrorCode.DATA_CHECK,
            "group '" + name + "': a value is " + values[i] + "; give finite numbers");
      }
      values[i] += 0.0; // no −0, which sorts before 0
    }
    Arrays.sort(values);
    double largest = Math.max(Math.abs(least()), Math.abs(most()));
    this.exponent = Math.max(LOWEST_EXPONENT, Math.getExponent(largest));
    this.scaledMean = least() == most() ? least() * factor(exponent) : sum() / values.length;
  }

  String name() {
    return name;
  }

  /** The values themselves, ascending; not to be changed. */
  double[] values() {
    return values;
  }

  int size() {
    return values.length;
  }

  double least() {
    return values[0];
  }

  double most() {
    return values[values.length - 1];
  }

  int exponent() {
    return exponent;
  }

  /** The mean itself. */
  double mean() {
    return Math.scalb(scaledMean, exponent);
  }

  /** The mean times 2^−scale; exact where all values are alike. */
  double mean(int scale) {
    return Math.scalb(scaledMean, exponent - scale);
  }

  /** 2^−scale. */
  static double factor(int scale) {
    return Math.scalb(1.0, -scale);
  }

  private double sum() {
    double factor = factor(exponent);
    CompensatedSum sum = new CompensatedSum();
    for (double value : values) {
      sum.add(value * factor);
    }
    return sum.value();
  }
}
