package org.renxing.regression;

/**
 * A test.
 *
 * @param denominator second degrees of freedom of an F statistic; NaN for chi-squared
 * @param reason why there is none; empty where there is one, and all figures NaN where not
 */
public record TestStatistic(
    double value, double degreesOfFreedom, double denominator, double pValue, String reason) {

  static TestStatistic without(String reason) {
    return new TestStatistic(Double.NaN, Double.NaN, Double.NaN, Double.NaN, reason);
  }
}
