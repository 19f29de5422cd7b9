package org.renxing.detector;

import org.renxing.numerics.SignificantDigits;

/**
 * Whether two factors together explain more than each alone: q of the pairs of strata beside q of
 * both.
 *
 * @param type empty where a q is missing
 */
public record Interaction(
    String first, String second, double q, double qFirst, double qSecond, String type) {

  static Interaction of(FactorDetector first, FactorDetector second, double q) {
    return new Interaction(
        first.factor(), second.factor(), q, first.q(), second.q(), type(first.q(), second.q(), q));
  }

  /** The type of Wang et al. (2010); figures equal to 12 digits are ties. */
  private static String type(double first, double second, double both) {
    if (Double.isNaN(first) || Double.isNaN(second) || Double.isNaN(both)) {
      return "";
    }
    double q = SignificantDigits.tieKey(both);
    double least = SignificantDigits.tieKey(Math.min(first, second));
    double largest = SignificantDigits.tieKey(Math.max(first, second));
    double sum = SignificantDigits.tieKey(first + second);
    if (q == sum) {
      return "independent";
    }
    if (q > sum) {
      return "enhance_nonlinear";
    }
    if (q > largest) {
      return "enhance_bi";
    }
    return q < least ? "weaken_nonlinear" : "weaken_uni";
  }
}
