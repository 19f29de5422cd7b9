package org.renxing.detector;

import org.renxing.numerics.ExactSums;

/**
 * The sums of a variable by stratum. Values are shifted and scaled to [−1, 1] first, and sums
 * exact, so that nothing depends on the order of rows.
 *
 * @param counts rows of each stratum
 * @param means of each stratum, scaled; 0 of none
 * @param squares within each stratum about its mean, scaled
 * @param rows how many rows count
 * @param strata how many strata have rows that count
 * @param total sum of squares about the mean of all rows that count, scaled
 */
@SuppressWarnings("ArrayRecordComponent") // an immutable result
record Spread(int[] counts, double[] means, double[] squares, int rows, int strata, double total) {
  /**
   * The sums.
   *
   * @param z scaled values
   * @param codes the stratum of each; below 0 for none
   */
  static Spread of(double[] z, int[] codes, int size, boolean keepsSingletons) {
    int[] counts = new int[size];
    for (int code : codes) {
      if (code >= 0) {
        counts[code]++;
      }
    }
    int least = keepsSingletons ? 1 : 2;
    int rows = 0;
    int strata = 0;
    for (int h = 0; h < size; h++) {
      counts[h] = counts[h] < least ? 0 : counts[h];
      rows += counts[h];
      strata += counts[h] > 0 ? 1 : 0;
    }
    ExactSums sums = ExactSums.unit(size + 1);
    for (int i = 0; i < z.length; i++) {
      if (codes[i] >= 0 && counts[codes[i]] > 0) {
        sums.add(codes[i], z[i]);
      }
    }
    double[] means = new double[size];
    ExactSums all = ExactSums.unit(1);
    for (int h = 0; h < size; h++) {
      means[h] = counts[h] == 0 ? 0 : sums.total(h) / counts[h];
      all.add(0, sums.total(h));
    }
    double mean = rows == 0 ? 0 : all.total(0) / rows;
    return about(z, codes, counts, means, mean, rows, strata);
  }

  private static Spread about(
      double[] z, int[] codes, int[] counts, double[] means, double mean, int rows, int strata) {
    ExactSums sums = ExactSums.unit(counts.length + 1);
    for (int i = 0; i < z.length; i++) {
      if (codes[i] >= 0 && counts[codes[i]] > 0) {
        double within = z[i] - means[codes[i]];
        sums.add(codes[i], within * within);
      }
    }
    double[] squares = new double[counts.length];
    ExactSums total = ExactSums.unit(1);
    for (int h = 0; h < squares.length; h++) {
      squares[h] = sums.total(h);
      double between = means[h] - mean;
      total.add(0, squares[h]);
      total.add(0, counts[h] * between * between);
    }
    return new Spread(counts, means, squares, rows, strata, total.total(0));
  }

  /** The sum of squares within all strata. */
  double within() {
    return ExactSums.of(squares);
  }

  /** q; NaN where the variable does not vary. */
  double q() {
    return total > 0 ? Math.max(0, 1 - within() / total) : Double.NaN;
  }
}
