package org.renxing.spatialregression;

import java.util.Arrays;
import org.renxing.space.WeightMatrix;

/**
 * What likelihoods ask of S = I − ρW and G = W S^−1, for |ρ| below {@link #bound}: ln|S| and its
 * derivatives, tr G′G, and solutions of S x = b.
 */
public abstract class LogDeterminant {
  /** Up to so many units the determinant is exact, if it is not too dense. */
  public static final int MOST_EXACT = 4000;

  /** Most multiplications of an exact elimination. */
  private static final double MOST_EFFORT = 5e8;

  private static final double CLOSE = 1e-13;
  private static final int MOST_STEPS = 20_000;

  private final WeightMatrix weights;
  private final double bound;

  LogDeterminant(WeightMatrix weights) {
    this.weights = weights;
    this.bound = 1 / largestEigenvalue(weights);
  }

  /**
   * ln|S| and its derivatives by ρ.
   *
   * @param first −tr G
   * @param second −tr G²
   */
  record Derivatives(double value, double first, double second) {}

  /**
   * Exact by sparse elimination up to {@link #MOST_EXACT} units; else by random traces.
   *
   * @param seed of the traces
   */
  public static LogDeterminant of(WeightMatrix weights, long seed) {
    if (weights.size() <= MOST_EXACT) {
      EliminationOrder order = EliminationOrder.of(weights);
      if (order.effort() <= MOST_EFFORT) {
        return new ExactDeterminant(weights, order);
      }
    }
    return new StochasticDeterminant(weights, seed);
  }

  /** Whether nothing is random in it. */
  public abstract boolean isExact();

  abstract double value(double rho);

  abstract Derivatives derivatives(double rho);

  /** tr G′G. */
  abstract double squares(double rho);

  /** S^−1 b. */
  abstract double[] solve(double rho, double[] b);

  WeightMatrix weights() {
    return weights;
  }

  /** 1 over the largest eigenvalue of W. */
  double bound() {
    return bound;
  }

  /** 1′G, the column sums of G, by repeated substitution. */
  double[] columnSums(double rho) {
    double[] sum = new double[weights.size()];
    Arrays.fill(sum, 1);
    double[] term = sum.clone();
    for (int step = 0; step < MOST_STEPS && size(term) > CLOSE; step++) {
      term = weights.lagTransposed(term);
      for (int i = 0; i < sum.length; i++) {
        term[i] *= rho;
        sum[i] += term[i];
      }
    }
    return weights.lagTransposed(sum);
  }

  /** S^−1 b = b + ρWb + ρ²W²b + …, until nothing changes. */
  double[] series(double rho, double[] b) {
    double[] sum = b.clone();
    double[] term = b;
    double limit = CLOSE * size(b);
    for (int step = 0; step < MOST_STEPS && size(term) > limit; step++) {
      term = weights.lag(term);
      for (int i = 0; i < sum.length; i++) {
        term[i] *= rho;
        sum[i] += term[i];
      }
    }
    return sum;
  }

  private static double size(double[] x) {
    double most = 0;
    for (double v : x) {
      most = Math.max(most, Math.abs(v));
    }
    return most;
  }

  /**
   * The largest eigenvalue, from above: of the positive matrix I + W by the power method, with the
   * upper bound of Collatz and Wielandt; 1 for rows that sum to 1.
   */
  private static double largestEigenvalue(WeightMatrix w) {
    if (w.isRowStandardised()) {
      return 1;
    }
    double[] x = new double[w.size()];
    Arrays.fill(x, 1);
    double above = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] next = w.lag(x);
      double low = Double.POSITIVE_INFINITY;
      double high = 0;
      double most = 0;
      for (int i = 0; i < x.length; i++) {
        double ratio = next[i] / x[i];
        low = Math.min(low, ratio);
        high = Math.max(high, ratio);
        next[i] += x[i];
        most = Math.max(most, next[i]);
      }
      above = Math.min(above, high);
      if (high - low <= 1e-11 * high) {
        break;
      }
      for (int i = 0; i < x.length; i++) {
        x[i] = Math.max(next[i] / most, Double.MIN_NORMAL);
      }
    }
    return above;
  }
}
