package org.renxing.normalisation;

import java.io.Serializable;

/** The formula of one indicator in one scope, with its bounds. */
public interface Scaler extends Serializable {
  /** The lower bound as published; NaN where there is none. */
  double lower();

  /** The upper bound as published; NaN where there is none. */
  double upper();

  /**
   * The normalised value, in which more is better.
   *
   * @param x a value; NaN gives NaN
   * @param isNegative whether less of the indicator is better
   * @return NaN where it is undefined; never infinite
   */
  double normalised(double x, boolean isNegative);
}
