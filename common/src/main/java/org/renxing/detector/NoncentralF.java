package org.renxing.detector;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * The upper tail of the noncentral F distribution: a Poisson mixture of incomplete beta functions
 * (Abramowitz and Stegun 26.6.18), summed upwards by the recurrence of these, so that all terms are
 * above 0 and small tails keep their digits.
 */
final class NoncentralF {
  private static final double LARGE = 1e9;

  private NoncentralF() {}

  static double upperTail(double f, double numerator, double denominator, double lambda) {
    if (Double.isNaN(f) || Double.isNaN(lambda)) {
      return Double.NaN;
    }
    if (f <= 0 || Double.isInfinite(f)) {
      return f <= 0 ? 1 : 0;
    }
    if (lambda > LARGE) {
      // the numerator is nearly constant
      double bound = denominator * (1 + lambda / numerator) / f;
      return new ChiSquaredDistribution(null, denominator).cumulativeProbability(bound);
    }
    double half = lambda / 2;
    double reach = 40 + 12 * Math.sqrt(half);
    long first = (long) Math.max(0, Math.floor(half - reach));
    long last = (long) Math.ceil(half + reach);
    double x = numerator * f / (numerator * f + denominator);
    double rest = denominator / (numerator * f + denominator);
    double b = denominator / 2;
    double a = numerator / 2 + first;
    double tail = Beta.regularizedBeta(rest, b, a);
    double step = Math.exp(a * Math.log(x) + b * Math.log(rest) - Math.log(a) - Beta.logBeta(a, b));
    double sum = 0;
    double weights = 0;
    double logHalf = Math.log(half);
    double weight = weight(first, half, logHalf);
    for (long j = first; j <= last; j++) {
      sum += weight * tail;
      weights += weight;
      tail = Math.min(1, tail + step);
      step *= x * (a + b) / (a + 1);
      a++;
      weight *= half / (j + 1);
    }
    return Math.min(1, sum / weights);
  }

  private static double weight(long j, double half, double logHalf) {
    return j == 0 ? Math.exp(-half) : Math.exp(j * logHalf - half - Gamma.logGamma(j + 1.0));
  }
}
