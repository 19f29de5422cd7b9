package org.renxing.spatialregression;

import java.util.Arrays;
import org.renxing.space.WeightMatrix;

/**
 * S = I − ρW as a product of sparse triangular factors L U, and the first two derivatives of ln|S|
 * by ρ, which the same elimination carries along. Elimination needs no pivots: for weights of 0 or
 * more and |ρ| below 1 over the largest eigenvalue S is an H-matrix, and its pivots are above 0
 * (Berman and Plemmons 1979).
 */
final class SparseFactors {
  private final WeightMatrix weights;
  private final EliminationOrder order;
  private final int[][] upper;
  private final int[][] lower;
  private final double[][][] u;
  private final double[][][] l;
  private final double[][] pivots;
  private final double[][] row;
  private final int orders;

  /**
   * Makes room for the factors.
   *
   * @param withDerivatives whether {@link #first} and {@link #second} are asked for
   */
  SparseFactors(WeightMatrix weights, EliminationOrder order, boolean withDerivatives) {
    int n = weights.size();
    this.weights = weights;
    this.order = order;
    this.upper = order.later();
    this.orders = withDerivatives ? 3 : 1;
    int[] counts = new int[n];
    Arrays.stream(upper).flatMapToInt(Arrays::stream).forEach(j -> counts[j]++);
    lower = new int[n][];
    for (int i = 0; i < n; i++) {
      lower[i] = new int[counts[i]];
    }
    Arrays.fill(counts, 0);
    for (int k = 0; k < n; k++) {
      for (int j : upper[k]) {
        lower[j][counts[j]++] = k;
      }
    }
    u = new double[orders][n][];
    l = new double[orders][n][];
    for (int d = 0; d < orders; d++) {
      for (int i = 0; i < n; i++) {
        u[d][i] = new double[upper[i].length];
        l[d][i] = new double[lower[i].length];
      }
    }
    pivots = new double[orders][n];
    row = new double[orders][n];
  }

  /** Eliminates for a ρ. */
  void factor(double rho) {
    for (int i = 0; i < upper.length; i++) {
      scatter(order.unitAt(i), i, rho);
      for (int a = 0; a < lower[i].length; a++) {
        if (orders == 1) {
          eliminate(i, a);
        } else {
          eliminateWithDerivatives(i, a);
        }
      }
      for (int d = 0; d < orders; d++) {
        pivots[d][i] = row[d][i];
        row[d][i] = 0;
        for (int b = 0; b < upper[i].length; b++) {
          u[d][i][b] = row[d][upper[i][b]];
          row[d][upper[i][b]] = 0;
        }
      }
    }
  }

  private void scatter(int unit, int step, double rho) {
    row[0][step] = 1;
    for (int k = 0; k < weights.degree(unit); k++) {
      int j = order.placeOf(weights.neighbour(unit, k));
      row[0][j] = -rho * weights.weight(unit, k);
      if (orders > 1) {
        row[1][j] = -weights.weight(unit, k);
      }
    }
  }

  private void eliminate(int i, int a) {
    int k = lower[i][a];
    double factor = row[0][k] / pivots[0][k];
    row[0][k] = 0;
    l[0][i][a] = factor;
    double[] values = u[0][k];
    int[] columns = upper[k];
    double[] out = row[0];
    for (int b = 0; b < columns.length; b++) {
      out[columns[b]] -= factor * values[b];
    }
  }

  private void eliminateWithDerivatives(int i, int a) {
    int k = lower[i][a];
    double p = pivots[0][k];
    double p1 = pivots[1][k];
    double f = row[0][k] / p;
    double f1 = (row[1][k] - f * p1) / p;
    double f2 = (row[2][k] - 2 * f1 * p1 - f * pivots[2][k]) / p;
    for (int d = 0; d < orders; d++) {
      row[d][k] = 0;
    }
    l[0][i][a] = f;
    l[1][i][a] = f1;
    l[2][i][a] = f2;
    int[] columns = upper[k];
    for (int b = 0; b < columns.length; b++) {
      int j = columns[b];
      double v = u[0][k][b];
      double v1 = u[1][k][b];
      row[0][j] -= f * v;
      row[1][j] -= f1 * v + f * v1;
      row[2][j] -= f2 * v + 2 * f1 * v1 + f * u[2][k][b];
    }
  }

  /** ln|S|. */
  double value() {
    double sum = 0;
    for (double p : pivots[0]) {
      sum += Math.log(p);
    }
    return sum;
  }

  /** d ln|S| / dρ = −tr G, with G = W S^−1. */
  double first() {
    double sum = 0;
    for (int i = 0; i < upper.length; i++) {
      sum += pivots[1][i] / pivots[0][i];
    }
    return sum;
  }

  /** d² ln|S| / dρ² = −tr G². */
  double second() {
    double sum = 0;
    for (int i = 0; i < upper.length; i++) {
      double slope = pivots[1][i] / pivots[0][i];
      sum += pivots[2][i] / pivots[0][i] - slope * slope;
    }
    return sum;
  }

  /** S^−1 b for the ρ of the last elimination. */
  double[] solve(double[] b) {
    int n = upper.length;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = b[order.unitAt(i)];
      for (int a = 0; a < lower[i].length; a++) {
        sum -= l[0][i][a] * x[lower[i][a]];
      }
      x[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = x[i];
      for (int c = 0; c < upper[i].length; c++) {
        sum -= u[0][i][c] * x[upper[i][c]];
      }
      x[i] = sum / pivots[0][i];
    }
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[order.unitAt(i)] = x[i];
    }
    return out;
  }
}
