package org.renxing.weights;

import java.io.Serializable;
import org.renxing.numerics.ExactSums;

/**
 * Squares of the deviations of indicators from their means, and their divergences from equal
 * shares. Deviations are taken as shares of the range, so that near-constant indicators keep their
 * digits and squares neither overflow nor vanish. Merges as {@link FirstMoments} do.
 */
public final class SecondMoments implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Below this |u| the series replaces the closed form, which would cancel. */
  private static final double SMALL = 0.1;

  /** u^18/(18·17) at 0.1 is below 1e-16 of u²/2. */
  private static final int TERMS = 17;

  private final double[] means;
  private final double[] ranges;
  private final ExactSums squares;
  private final ExactSums divergences;

  /** No rows yet, about the means of the rows that are to come. */
  public SecondMoments(FirstMoments first) {
    int size = first.size();
    means = first.centres();
    ranges = first.ranges();
    squares = ExactSums.unit(size);
    divergences = ExactSums.unit(size);
  }

  /** Adds a row: a value of each indicator, NaN where missing. */
  public void add(double[] row) {
    for (int j = 0; j < means.length; j++) {
      double deviation = (row[j] - means[j]) / ranges[j];
      if (!Double.isNaN(deviation)) {
        squares.add(j, deviation * deviation);
        double u = (row[j] - means[j]) / means[j];
        if (Double.isFinite(u)) {
          divergences.add(j, divergence(u));
        }
      }
    }
  }

  /** Adds what others have seen. */
  public void merge(SecondMoments others) {
    squares.merge(others.squares);
    divergences.merge(others.divergences);
  }

  /**
   * The sum of the squared deviations as shares of the range; 0 for an indicator that is constant.
   */
  public double squares(int j) {
    return squares.total(j);
  }

  /**
   * Σ (z ln z − z + 1) with z = x/mean, which is n (ln n − H) of the entropy H of the shares x/Σx.
   * Every term is 0 or more, and an error in the mean cancels to first order. Means something for
   * values of 0 and above.
   */
  public double divergence(int j) {
    return divergences.total(j);
  }

  /** z ln z − z + 1 at z = 1 + u, to full precision for every u of −1 and above. */
  static double divergence(double u) {
    if (u <= -1) {
      return 1;
    }
    if (Math.abs(u) >= SMALL) {
      return (u + 1) * StrictMath.log1p(u) - u;
    }
    double series = 0;
    for (int k = TERMS; k >= 2; k--) {
      series = series * u + (k % 2 == 0 ? 1.0 : -1.0) / (k * (k - 1.0));
    }
    return series * u * u;
  }
}
