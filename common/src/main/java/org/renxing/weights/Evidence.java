package org.renxing.weights;

import java.util.OptionalLong;

/**
 * What an importance rests on. Doubles are NaN, and counts empty, where the method has none.
 *
 * @param entropy from 0 to 1
 * @param variation the coefficient of variation, or the contrast of the CRITIC methods
 * @param conflict Σ (1 − correlation) over the other indicators of the group
 * @param mean of the basis, without the shift
 * @param sd standard deviation of the basis
 * @param n values in scope
 * @param nNegative values below 0 among them
 */
public record Evidence(
    double entropy,
    double variation,
    double conflict,
    double mean,
    double sd,
    OptionalLong n,
    OptionalLong nNegative) {

  /** Of a method that looks at no values. */
  public static final Evidence NONE =
      new Evidence(
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          OptionalLong.empty(),
          OptionalLong.empty());

  /** The same, with that of another where this one has none. */
  Evidence orElse(Evidence other) {
    return new Evidence(
        first(entropy, other.entropy),
        first(variation, other.variation),
        first(conflict, other.conflict),
        first(mean, other.mean),
        first(sd, other.sd),
        n.isPresent() ? n : other.n,
        nNegative.isPresent() ? nNegative : other.nNegative);
  }

  private static double first(double one, double other) {
    return Double.isNaN(one) ? other : one;
  }
}
