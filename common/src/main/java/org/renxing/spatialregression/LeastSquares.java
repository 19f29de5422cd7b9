package org.renxing.spatialregression;

import java.util.List;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Least squares by modified Gram-Schmidt, twice over; columns of equal length. */
final class LeastSquares {
  private static final double DEPENDENT = 1e-10;

  private final double[][] q;
  private final double[][] r;

  /**
   * Decomposes X.
   *
   * @param x columns
   * @param names of the columns, for messages
   * @throws RenxingException DATA_CHECK for a column that others add up to, and for more columns
   *     than rows
   */
  LeastSquares(double[][] x, List<String> names) {
    int k = x.length;
    q = new double[k][];
    r = new double[k][k];
    for (int j = 0; j < k; j++) {
      double[] column = x[j].clone();
      double size = Math.sqrt(dot(column, column));
      // twice, so that columns are orthogonal to the last digit (Björck 1994)
      for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < j; i++) {
          double share = dot(q[i], column);
          r[i][j] += share;
          for (int e = 0; e < column.length; e++) {
            column[e] -= share * q[i][e];
          }
        }
      }
      r[j][j] = Math.sqrt(dot(column, column));
      if (!(r[j][j] > DEPENDENT * size) || column.length <= k) {
        throw new RenxingException(
            ErrorCode.DATA_CHECK,
            column.length <= k
                ? "there are not more observations than regressors"
                : names.get(j)
                    + ": follows from the other regressors or effects (or is constant); leave it"
                    + " out");
      }
      for (int e = 0; e < column.length; e++) {
        column[e] /= r[j][j];
      }
      q[j] = column;
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The coefficients of y. */
  double[] coefficients(double[] y) {
    int k = q.length;
    double[] b = new double[k];
    double[] rest = y.clone();
    for (int j = 0; j < k; j++) {
      b[j] = dot(q[j], rest);
      for (int e = 0; e < rest.length; e++) {
        rest[e] -= b[j] * q[j][e];
      }
    }
    for (int j = k - 1; j >= 0; j--) {
      for (int i = j + 1; i < k; i++) {
        b[j] -= r[j][i] * b[i];
      }
      b[j] /= r[j][j];
    }
    return b;
  }

  /** What the columns do not explain of y. */
  double[] residuals(double[] y) {
    double[] rest = y.clone();
    for (int pass = 0; pass < 2; pass++) {
      for (double[] column : q) {
        double share = dot(column, rest);
        for (int e = 0; e < rest.length; e++) {
          rest[e] -= share * column[e];
        }
      }
    }
    return rest;
  }
}
