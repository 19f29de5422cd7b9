package org.renxing.vacancy;

import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Correlations that were estimated pair by pair, made those of a possible set of variables: where
 * the least eigenvalue is below 0.01, eigenvalues are lifted to it and the diagonal is scaled back
 * to 1 (spectral method of Rebonato and Jäckel 1999).
 */
final class PositiveDefinite {
  private static final double LEAST = 0.01;

  private PositiveDefinite() {}

  /** A new matrix; that of the argument where it is fit already. */
  static double[][] correlations(double[][] r) {
    RealMatrix given = MatrixUtils.createRealMatrix(r);
    EigenDecomposition eigen = new EigenDecomposition(given);
    double[] values = eigen.getRealEigenvalues();
    boolean isFit = true;
    for (int i = 0; i < values.length; i++) {
      isFit &= values[i] >= LEAST;
      values[i] = Math.max(values[i], LEAST);
    }
    if (isFit) {
      return given.getData();
    }
    double[][] lifted =
        eigen
            .getV()
            .multiply(MatrixUtils.createRealDiagonalMatrix(values))
            .multiply(eigen.getVT())
            .getData();
    double[][] out = new double[r.length][r.length];
    for (int i = 0; i < r.length; i++) {
      for (int j = 0; j < r.length; j++) {
        double value = (lifted[i][j] + lifted[j][i]) / 2;
        out[i][j] = i == j ? 1 : value / Math.sqrt(lifted[i][i] * lifted[j][j]);
      }
    }
    return out;
  }
}
