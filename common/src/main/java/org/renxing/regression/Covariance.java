package org.renxing.regression;

/**
 * The covariance of coefficients.
 *
 * @param matrix in the order of the coefficients
 * @param degreesOfFreedom of Student's t of an estimate over its standard error; infinite for the
 *     normal distribution
 * @param note how it was estimated, with the small-sample factor
 */
@SuppressWarnings("ArrayRecordComponent") // an immutable result
public record Covariance(double[][] matrix, double degreesOfFreedom, String note) {

  /** The standard error of a coefficient. */
  public double standardError(int place) {
    return Math.sqrt(matrix[place][place]);
  }
}
