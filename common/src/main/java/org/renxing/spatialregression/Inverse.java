package org.renxing.spatialregression;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Inverses of matrices whose rows have different units of measure. */
final class Inverse {
  private Inverse() {}

  /** The inverse of a positive definite matrix, scaled to a diagonal of 1 first. */
  static double[][] of(double[][] matrix) {
    int n = matrix.length;
    RealMatrix scaled = new Array2DRowRealMatrix(n, n);
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      scale[i] = 1 / Math.sqrt(matrix[i][i]);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled.setEntry(i, j, matrix[i][j] * scale[i] * scale[j]);
      }
    }
    double[][] out = new LUDecomposition(scaled, 0).getSolver().getInverse().getData();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        out[i][j] *= scale[i] * scale[j];
      }
    }
    return out;
  }
}
