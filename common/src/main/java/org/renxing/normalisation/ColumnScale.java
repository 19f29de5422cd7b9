package org.renxing.normalisation;

import java.io.Serializable;

/**
 * How the values of one indicator in one scope are treated and normalised.
 *
 * @param isNegative whether less of the indicator is better
 * @param lower the quantile up to which values are drawn; NaN for none
 * @param upper the quantile down to which values are drawn; NaN for none
 */
public record ColumnScale(Scaler scaler, boolean isNegative, double lower, double upper)
    implements Serializable {

  /** The value after treatment; NaN stays. */
  public double treated(double x) {
    return drawnIn(x, lower, upper);
  }

  /** The value, treated and normalised. */
  public double normalised(double x) {
    return scaler.normalised(treated(x), isNegative);
  }

  /** NaN stays; without bounds all stays as it is. */
  static double drawnIn(double x, double lower, double upper) {
    return x < lower ? lower : x > upper ? upper : x;
  }
}
