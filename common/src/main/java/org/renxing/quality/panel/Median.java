package org.renxing.quality.panel;

import java.util.Arrays;

/** The median. */
public final class Median {
  private Median() {}

  /**
   * The median of the values that are not NaN, of an even number the mean of the two in the middle;
   * NaN where there are none. The values stay in their order.
   */
  public static double of(double... values) {
    double[] known = new double[values.length];
    int n = 0;
    for (double x : values) {
      if (!Double.isNaN(x)) {
        known[n++] = x;
      }
    }
    Arrays.sort(known, 0, n);
    return n == 0 ? Double.NaN : (known[(n - 1) / 2] + known[n / 2]) / 2;
  }
}
