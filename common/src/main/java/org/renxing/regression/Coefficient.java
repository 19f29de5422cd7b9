package org.renxing.regression;

import org.renxing.numerics.TailProbability;

/**
 * An estimate.
 *
 * @param statistic the estimate over its standard error
 * @param pValue two-sided
 * @param reason why there is no estimate; empty where there is one, and all figures NaN where not
 */
public record Coefficient(
    String term,
    double estimate,
    double standardError,
    double statistic,
    double pValue,
    String reason) {

  /** An estimate with its test. */
  static Coefficient of(String term, double estimate, double error, double degreesOfFreedom) {
    double statistic = estimate / error;
    return new Coefficient(
        term, estimate, error, statistic, TailProbability.student(statistic, degreesOfFreedom), "");
  }

  /** A term without an estimate. */
  static Coefficient without(String term, String reason) {
    return new Coefficient(term, Double.NaN, Double.NaN, Double.NaN, Double.NaN, reason);
  }
}
