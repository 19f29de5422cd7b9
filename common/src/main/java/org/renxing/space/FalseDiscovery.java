package org.renxing.space;

import java.util.Arrays;

/**
 * Which of many tests hold where a share of the findings may be false (Benjamini and Hochberg 1995;
 * for local statistics Caldas de Castro and Singer 2006).
 */
final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * The largest p-value that counts: the largest of those that are, at rank i of m upwards, at most
   * i/m of the rate; −1 where none is.
   */
  static double limit(double[] pValues, double rate) {
    double[] sorted = pValues.clone();
    Arrays.sort(sorted);
    for (int i = sorted.length; i > 0; i--) {
      if (sorted[i - 1] <= rate * i / sorted.length) {
        return sorted[i - 1];
      }
    }
    return -1;
  }
}
