package org.renxing.weights;

import java.io.Serializable;
import org.renxing.numerics.ExactSums;

/**
 * Cross moments of the indicators of each group, for their correlations (Pearson). A pair counts
 * the rows that have both. Terms are centred about the columns' means first, so that nothing large
 * cancels. k(k + 1)/2 pairs for k indicators, whatever the size of the panel. Merges as {@link
 * FirstMoments} do.
 */
public final class CrossMoments implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Sums of a pair: ab, a, b, aa, bb. */
  private static final int WIDTH = 5;

  private final double[] means;
  private final double[] ranges;
  private final int[] groups;
  private final long[] pairs;
  private final ExactSums sums;

  /**
   * No rows yet.
   *
   * @param first means and ranges of the rows that are to come
   * @param groups the group of each indicator; pairs across groups do not count
   */
  public CrossMoments(FirstMoments first, int[] groups) {
    int size = first.size();
    this.groups = groups.clone();
    means = first.centres();
    ranges = first.ranges();
    pairs = new long[size * (size - 1) / 2];
    sums = ExactSums.unit(WIDTH * pairs.length);
  }

  /** Adds a row: a value of each indicator, NaN where missing. */
  public void add(double[] row) {
    double[] deviations = new double[means.length];
    for (int k = 0; k < means.length; k++) {
      double b = (row[k] - means[k]) / ranges[k];
      deviations[k] = b;
      if (!Double.isNaN(b)) {
        for (int j = 0; j < k; j++) {
          if (groups[j] == groups[k] && !Double.isNaN(deviations[j])) {
            add(pair(j, k), deviations[j], b);
          }
        }
      }
    }
  }

  private void add(int pair, double a, double b) {
    pairs[pair]++;
    int at = WIDTH * pair;
    sums.add(at, a * b);
    sums.add(at + 1, a);
    sums.add(at + 2, b);
    sums.add(at + 3, a * a);
    sums.add(at + 4, b * b);
  }

  /** Adds what others have seen. */
  public void merge(CrossMoments others) {
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] += others.pairs[i];
    }
    sums.merge(others.sums);
  }

  /**
   * The correlation of two different indicators, from −1 to 1; NaN where they have no common
   * variation, or belong to different groups.
   */
  public double correlation(int j, int k) {
    int pair = j < k ? pair(j, k) : pair(k, j);
    int at = WIDTH * pair;
    double covariance = spread(pair, at, at + 1, at + 2);
    double scale =
        Math.sqrt(spread(pair, at + 3, at + 1, at + 1))
            * Math.sqrt(spread(pair, at + 4, at + 2, at + 2));
    return scale > 0 ? Math.max(-1, Math.min(1, covariance / scale)) : Double.NaN;
  }

  private double spread(int pair, int product, int left, int right) {
    return sums.total(product) - sums.total(left) * sums.total(right) / pairs[pair];
  }

  private static int pair(int j, int k) {
    return k * (k - 1) / 2 + j;
  }
}
