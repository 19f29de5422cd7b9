package org.renxing.quality.panel;

import java.util.Arrays;

/** Changes from one figure of a series to the next, on logarithms. */
final class Steps {
  private Steps() {}

  /** The logarithms; NaN where a figure is missing or not above 0. */
  static double[] logs(double[] series) {
    return Arrays.stream(series).map(x -> x > 0 ? Math.log(x) : Double.NaN).toArray();
  }

  /** The place of the last figure before another; -1 where there is none. */
  static int before(double[] y, int place) {
    int at = place - 1;
    while (at >= 0 && Double.isNaN(y[at])) {
      at--;
    }
    return at;
  }

  /** The place of the first figure after another; -1 where there is none. */
  static int after(double[] y, int place) {
    int at = place + 1;
    while (at < y.length && Double.isNaN(y[at])) {
      at++;
    }
    return at < y.length ? at : -1;
  }

  /** The median change a year of a series; 0 with fewer than two figures. */
  static double typical(double[] y) {
    double[] rates = new double[y.length];
    int n = 0;
    for (int t = 0; t < y.length; t++) {
      int p = Double.isNaN(y[t]) ? -1 : before(y, t);
      if (p >= 0) {
        rates[n++] = (y[t] - y[p]) / (t - p);
      }
    }
    return n == 0 ? 0 : Median.of(Arrays.copyOf(rates, n));
  }

  /**
   * By how much the change between two years departs from what the series does in a year; NaN where
   * one of them is missing.
   */
  static double excess(double[] y, int from, int to, double typical) {
    return y[to] - y[from] - typical * (to - from);
  }
}
