package org.renxing.dynamics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;

/** Ranks that noise does not move: values equal to 12 significant digits are ties. */
final class Ties {
  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

  private Ties() {}

  /** The values rounded to 12 significant digits; NaN stays. */
  static double[] rounded(double[] values) {
    return Arrays.stream(values)
        .map(v -> Double.isNaN(v) ? v : new BigDecimal(v).round(DIGITS).doubleValue())
        .toArray();
  }

  /** Dense ranks, 1 for the highest value; 0 for NaN. */
  static int[] ranks(double[] values) {
    double[] rounded = rounded(values);
    double[] levels =
        Arrays.stream(rounded).filter(v -> !Double.isNaN(v)).sorted().distinct().toArray();
    return Arrays.stream(rounded)
        .mapToInt(v -> Double.isNaN(v) ? 0 : levels.length - Arrays.binarySearch(levels, v))
        .toArray();
  }
}
