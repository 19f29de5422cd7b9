package org.renxing.dynamics;

/** Quantiles of a sample by linear interpolation (Hyndman and Fan 1996, definition 7). */
final class Quantiles {
  private Quantiles() {}

  /**
   * The quantile: the value at place (n − 1) p from 0, between two values in proportion.
   *
   * @param sorted one value or more, upwards
   * @param p from 0 to 1
   */
  static double of(double[] sorted, double p) {
    double place = (sorted.length - 1) * p;
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
