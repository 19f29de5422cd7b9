package org.renxing.cluster;

/** A covariance matrix as L L′. */
final class Covariance {
  /** A pivot below this share of the variance of all rows is a distribution that shrinks. */
  private static final double SMALL = 1e-6;

  private final double[][] values;
  private final double[][] root;
  private final boolean isPositive;
  private final double constant;

  /**
   * Decomposes the lower triangle of a matrix.
   *
   * @param variances of all rows, by which pivots are judged
   */
  Covariance(double[][] values, double[] variances) {
    int d = values.length;
    this.values = values;
    this.root = new double[d][d];
    boolean isGood = true;
    double sum = d * Math.log(2 * Math.PI);
    for (int j = 0; j < d && isGood; j++) {
      for (int l = 0; l <= j; l++) {
        double rest = values[j][l];
        for (int m = 0; m < l; m++) {
          rest -= root[j][m] * root[l][m];
        }
        if (l < j) {
          root[j][l] = rest / root[l][l];
        } else {
          isGood = rest > SMALL * variances[j];
          root[j][j] = Math.sqrt(rest);
          sum += Math.log(rest);
        }
      }
    }
    this.isPositive = isGood;
    this.constant = -sum / 2;
  }

  boolean isPositive() {
    return isPositive;
  }

  double value(int a, int b) {
    return values[Math.max(a, b)][Math.min(a, b)];
  }

  /** ln of the normal density. */
  double logDensity(double[] row, double[] mean) {
    double[] z = new double[row.length];
    double sum = 0;
    for (int j = 0; j < z.length; j++) {
      double rest = row[j] - mean[j];
      for (int m = 0; m < j; m++) {
        rest -= root[j][m] * z[m];
      }
      z[j] = rest / root[j][j];
      sum += z[j] * z[j];
    }
    return constant - sum / 2;
  }
}
