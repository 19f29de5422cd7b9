package org.renxing.detector;

import org.renxing.numerics.TailProbability;

/**
 * Whether two factors explain differently: F = SSW / (N − 1) of the first over that of the second,
 * with N − 1 degrees of freedom each. NaN where either has one row or none.
 *
 * @param pUpper probability of F or more
 * @param pValue probability of the larger of F and 1/F or more, which does not depend on the order
 *     of the factors
 */
public record EcologicalTest(String first, String second, double f, double pUpper, double pValue) {

  static EcologicalTest of(Spread a, Spread b, String first, String second) {
    if (a.rows() <= 1 || b.rows() <= 1) {
      return new EcologicalTest(first, second, Double.NaN, Double.NaN, Double.NaN);
    }
    double f = a.within() / (a.rows() - 1.0) / (b.within() / (b.rows() - 1.0));
    return new EcologicalTest(
        first,
        second,
        f,
        TailProbability.fisher(f, a.rows() - 1.0, b.rows() - 1.0),
        f >= 1
            ? TailProbability.fisher(f, a.rows() - 1.0, b.rows() - 1.0)
            : TailProbability.fisher(1 / f, b.rows() - 1.0, a.rows() - 1.0));
  }
}
