package org.renxing.inequality;

/**
 * What a value adds to the indices that compare it with the mean, as terms that are 0 or more.
 *
 * <p>With r = y/mean and δ = r − 1 the deviations sum to 0, so a multiple of δ may be taken from
 * each term: Theil's T is the mean of r ln r − δ and L that of δ − ln r. Unlike r ln r alone these
 * do not cancel where values are nearly alike; near δ = 0 they come from their series.
 */
final class Deviation {
  private static final double SMALL = 0x1p-6;
  private static final int LAST_POWER = 12;

  private Deviation() {}

  /** r ln r − δ; 1 for r = 0. Relative error up to about 1e-13. */
  static double theilT(double delta, double logarithm) {
    if (Math.abs(delta) < SMALL) {
      double sum = 0;
      for (int k = LAST_POWER; k >= 2; k--) {
        sum = 1.0 / (k * (k - 1)) - delta * sum;
      }
      return delta * delta * sum;
    }
    return delta <= -1 ? 1 : (1 + delta) * logarithm - delta;
  }

  /** δ − ln r; infinite for r = 0. */
  static double theilL(double delta, double logarithm) {
    if (Math.abs(delta) < SMALL) {
      double sum = 0;
      for (int k = LAST_POWER; k >= 2; k--) {
        sum = 1.0 / k - delta * sum;
      }
      return delta * delta * sum;
    }
    return delta - logarithm;
  }

  /** r^a − 1 − a δ, of the sign of a (a − 1). */
  static double power(double delta, double logarithm, double a) {
    if (Math.abs(delta) < SMALL) {
      double term = a * (a - 1) / 2 * delta * delta;
      double sum = term;
      for (int k = 3; k <= LAST_POWER; k++) {
        term *= (a - k + 1) / k * delta;
        sum += term;
      }
      return sum;
    }
    double power = a == 0.5 ? Math.sqrt(1 + delta) : StrictMath.exp(a * logarithm);
    return power - 1 - a * delta;
  }
}
