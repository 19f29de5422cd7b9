package org.renxing.numerics;

import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Gamma;

/** Tails of the usual distributions. NaN gives NaN; an infinite statistic gives 0. */
public final class TailProbability {
  private TailProbability() {}

  /**
   * Two-sided probability of Student's t.
   *
   * @param degreesOfFreedom above 0; infinite for the normal distribution
   */
  public static double student(double t, double degreesOfFreedom) {
    double size = Math.abs(t);
    if (Double.isNaN(t) || Double.isInfinite(t)) {
      return Double.isNaN(t) ? Double.NaN : 0;
    }
    return Double.isInfinite(degreesOfFreedom)
        ? 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-size)
        : 2 * new TDistribution(null, degreesOfFreedom).cumulativeProbability(-size);
  }

  /** Upper tail of Fisher's F; 1 for 0 and below. */
  public static double fisher(double f, double numerator, double denominator) {
    if (Double.isNaN(f) || Double.isInfinite(f)) {
      return Double.isNaN(f) ? Double.NaN : 0;
    }
    // the lower tail of 1/F, so that small probabilities keep their digits
    return f <= 0
        ? 1
        : new FDistribution(null, denominator, numerator).cumulativeProbability(1 / f);
  }

  /** Upper tail of the chi-squared distribution; 1 for 0 and below. */
  public static double chiSquared(double x, double degreesOfFreedom) {
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return Double.isNaN(x) ? Double.NaN : 0;
    }
    return x <= 0 ? 1 : Gamma.regularizedGammaQ(degreesOfFreedom / 2, x / 2);
  }
}
