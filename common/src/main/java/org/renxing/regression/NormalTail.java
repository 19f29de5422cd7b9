package org.renxing.regression;

import org.apache.commons.math3.special.Erf;

/** The standard normal distribution far into its lower tail. */
final class NormalTail {
  private static final double LOG_ROOT = 0.5 * Math.log(2 * Math.PI);
  private static final double FAR = -15;

  private NormalTail() {}

  /** The logarithm of Φ(z). */
  static double logCumulative(double z) {
    if (z > FAR) {
      return Math.log(0.5 * Erf.erfc(-z / Math.sqrt(2)));
    }
    return -z * z / 2 - LOG_ROOT - Math.log(mills(z));
  }

  /** φ(z)/Φ(z), the inverse Mills ratio. */
  static double mills(double z) {
    if (z > FAR) {
      return Math.exp(-z * z / 2 - LOG_ROOT) / (0.5 * Erf.erfc(-z / Math.sqrt(2)));
    }
    // Laplace's continued fraction (Abramowitz and Stegun 26.2.14)
    double fraction = -z;
    for (int j = 60; j >= 1; j--) {
      fraction = -z + j / fraction;
    }
    return fraction;
  }

  /** The logarithm of φ(z). */
  static double logDensity(double z) {
    return -z * z / 2 - LOG_ROOT;
  }
}
