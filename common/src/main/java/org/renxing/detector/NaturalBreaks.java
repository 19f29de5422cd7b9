package org.renxing.detector;

import java.util.Arrays;

/**
 * Natural breaks: the partition of sorted values into consecutive classes with the least sum of
 * squares within classes, exactly, by dynamic programming (Fisher 1958). The last class of a best
 * partition begins no earlier when values are added, so each layer is filled by halving in n log n
 * steps. Among equal partitions the one whose classes begin earliest is taken.
 */
final class NaturalBreaks {
  private final double[] values;
  private final double[] counts;
  private final double[] sums;
  private final double[] squares;

  private NaturalBreaks(double[] sorted) {
    values = Arrays.stream(sorted).distinct().toArray();
    int n = values.length;
    counts = new double[n + 1];
    sums = new double[n + 1];
    squares = new double[n + 1];
    double centre = values[n / 2];
    int at = 0;
    for (int i = 0; i < n; i++) {
      int count = 0;
      while (at < sorted.length && sorted[at] == values[i]) {
        count++;
        at++;
      }
      double z = values[i] - centre;
      counts[i + 1] = counts[i] + count;
      sums[i + 1] = sums[i] + count * z;
      squares[i + 1] = squares[i] + count * z * z;
    }
  }

  /** The breaks between classes, upwards: the largest value of each but the last. */
  static double[] of(double[] sorted, int classes) {
    NaturalBreaks all = new NaturalBreaks(sorted);
    return all.breaks(Math.min(classes, all.values.length));
  }

  private double[] breaks(int classes) {
    int n = values.length;
    int[][] starts = new int[classes][n];
    double[] cost = new double[n];
    for (int j = 0; j < n; j++) {
      cost[j] = within(0, j);
    }
    for (int k = 1; k < classes; k++) {
      double[] next = new double[n];
      fill(cost, next, starts[k], new int[] {k, n - 1, k, n - 1}, k);
      cost = next;
    }
    double[] out = new double[classes - 1];
    int last = n - 1;
    for (int k = classes - 1; k > 0; k--) {
      last = starts[k][last] - 1;
      out[k - 1] = values[last];
    }
    return out;
  }

  /** Fills the layer between two ends, whose best starts lie between two others. */
  private void fill(double[] cost, double[] next, int[] starts, int[] span, int least) {
    int from = span[0];
    int to = span[1];
    if (from > to) {
      return;
    }
    int middle = (from + to) >>> 1;
    double best = Double.POSITIVE_INFINITY;
    int start = Math.max(least, span[2]);
    for (int i = start; i <= Math.min(middle, span[3]); i++) {
      double candidate = cost[i - 1] + within(i, middle);
      if (candidate < best) {
        best = candidate;
        start = i;
      }
    }
    next[middle] = best;
    starts[middle] = start;
    fill(cost, next, starts, new int[] {from, middle - 1, span[2], start}, least);
    fill(cost, next, starts, new int[] {middle + 1, to, start, span[3]}, least);
  }

  /** The sum of squares about the mean of the values from one place to another. */
  private double within(int from, int to) {
    double n = counts[to + 1] - counts[from];
    double sum = sums[to + 1] - sums[from];
    return Math.max(0, squares[to + 1] - squares[from] - sum * sum / n);
  }
}
