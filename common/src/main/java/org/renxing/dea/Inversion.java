package org.renxing.dea;

/** Inverses of small square matrices. */
final class Inversion {
  private static final double SINGULAR = 1e-13;

  private Inversion() {}

  /**
   * Gauss and Jordan's elimination with rows exchanged.
   *
   * @param matrix row by row; destroyed
   * @param inverse where it goes
   * @return false where the matrix is singular, or nearly
   */
  static boolean invert(double[] matrix, double[] inverse, int n) {
    for (int i = 0; i < n * n; i++) {
      inverse[i] = i % (n + 1) == 0 ? 1 : 0;
    }
    for (int c = 0; c < n; c++) {
      int pivotRow = c;
      double columnSize = 0;
      for (int r = c; r < n; r++) {
        if (Math.abs(matrix[r * n + c]) > Math.abs(matrix[pivotRow * n + c])) {
          pivotRow = r;
        }
      }
      for (int r = 0; r < n; r++) {
        columnSize = Math.max(columnSize, Math.abs(matrix[r * n + c]));
      }
      double pivot = matrix[pivotRow * n + c];
      if (Math.abs(pivot) <= SINGULAR * columnSize || pivot == 0) {
        return false;
      }
      swap(matrix, c, pivotRow, n);
      swap(inverse, c, pivotRow, n);
      for (int i = 0; i < n; i++) {
        matrix[c * n + i] /= pivot;
        inverse[c * n + i] /= pivot;
      }
      for (int r = 0; r < n; r++) {
        double factor = matrix[r * n + c];
        if (r != c && factor != 0) {
          for (int i = 0; i < n; i++) {
            matrix[r * n + i] -= factor * matrix[c * n + i];
            inverse[r * n + i] -= factor * inverse[c * n + i];
          }
        }
      }
    }
    return true;
  }

  private static void swap(double[] matrix, int a, int b, int n) {
    if (a == b) {
      return;
    }
    for (int i = 0; i < n; i++) {
      double kept = matrix[a * n + i];
      matrix[a * n + i] = matrix[b * n + i];
      matrix[b * n + i] = kept;
    }
  }
}
