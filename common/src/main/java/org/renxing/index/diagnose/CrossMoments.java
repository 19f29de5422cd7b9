package org.renxing.index.diagnose;

import java.util.List;

/** Moments and cross moments of every pair of columns, over the rows that have both. */
final class CrossMoments {
  private final int size;
  private final CoMoments[] pairs;

  private CrossMoments(int size) {
    this.size = size;
    this.pairs = new CoMoments[size * (size + 1) / 2];
  }

  /** Of columns of equal length, NaN where a value is missing. */
  static CrossMoments of(double[][] columns) {
    CrossMoments out = new CrossMoments(columns.length);
    for (int k = 0; k < columns.length; k++) {
      for (int j = 0; j <= k; j++) {
        out.pairs[place(j, k)] = CoMoments.of(columns[j], columns[k]);
      }
    }
    return out;
  }

  /** What {@link #toArray} gave of several sets of rows, put together in the order of the list. */
  static CrossMoments sum(int size, List<double[]> parts) {
    CrossMoments out = new CrossMoments(size);
    for (int p = 0; p < out.pairs.length; p++) {
      out.pairs[p] = new CoMoments();
      for (double[] part : parts) {
        out.pairs[p].add(CoMoments.read(part, p * CoMoments.WIDTH));
      }
    }
    return out;
  }

  /** All moments as numbers. */
  double[] toArray() {
    double[] out = new double[pairs.length * CoMoments.WIDTH];
    for (int p = 0; p < pairs.length; p++) {
      pairs[p].write(out, p * CoMoments.WIDTH);
    }
    return out;
  }

  /** How many columns. */
  int size() {
    return size;
  }

  /** A pair, in either order; the moments are those of the lower place first. */
  CoMoments pair(int j, int k) {
    return pairs[j <= k ? place(j, k) : place(k, j)];
  }

  private static int place(int j, int k) {
    return k * (k + 1) / 2 + j;
  }
}
