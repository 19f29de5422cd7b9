package org.renxing.dynamics;

import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.renxing.numerics.TailProbability;

/**
 * A straight line by least squares, y = a + b x, with the classic standard error of b (errors
 * independent and of one variance) and the two-sided p-value of b = 0 by Student's t with n − 2
 * degrees of freedom.
 *
 * @param slope b; NaN where all x are equal
 * @param standardError 0 where all points lie on the line
 * @param pValue NaN where b and its standard error are both 0
 * @param r2 share of the variation of y; NaN where all y are equal
 */
record LinearFit(double slope, double standardError, double pValue, double r2) {

  /**
   * The fit of three points or more; the bits depend on their order.
   *
   * @throws IllegalArgumentException for fewer
   */
  static LinearFit of(double[] x, double[] y) {
    if (x.length < 3 || x.length != y.length) {
      throw new IllegalArgumentException("three points or more expected, found " + x.length);
    }
    SimpleRegression regression = new SimpleRegression();
    for (int i = 0; i < x.length; i++) {
      regression.addData(x[i], y[i]);
    }
    double slope = regression.getSlope();
    double error = regression.getSlopeStdErr();
    double r2 = regression.getTotalSumSquares() > 0 ? regression.getRSquare() : Double.NaN;
    return new LinearFit(slope, error, TailProbability.student(slope / error, x.length - 2), r2);
  }
}
