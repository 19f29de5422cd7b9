package org.renxing.regression;

import java.util.List;

/** The log-likelihood of a censored regression in δ = β/σ and θ = 1/σ, which is last. */
final class TobitLikelihood {
  private final List<double[]> columns;
  private final double[] y;
  private final Tobit.Limits limits;

  TobitLikelihood(List<double[]> columns, double[] y, Tobit.Limits limits) {
    this.columns = columns;
    this.y = y;
    this.limits = limits;
  }

  /**
   * A point of it.
   *
   * @param value −∞ for θ of 0 or less
   * @param information minus the second derivatives
   */
  @SuppressWarnings("ArrayRecordComponent") // an immutable result
  record Point(double value, double[] gradient, double[][] information) {}

  Point at(double[] parameters) {
    int k = columns.size();
    double theta = parameters[k];
    double[] gradient = new double[k + 1];
    double[][] information = new double[k + 1][k + 1];
    if (!(theta > 0)) {
      return new Point(Double.NEGATIVE_INFINITY, gradient, information);
    }
    double value = 0;
    double[] row = new double[k + 1];
    for (int i = 0; i < y.length; i++) {
      double index = 0;
      for (int j = 0; j < k; j++) {
        row[j] = -columns.get(j)[i];
        index += columns.get(j)[i] * parameters[j];
      }
      boolean isLow = y[i] <= limits.lower();
      boolean isHigh = y[i] >= limits.upper();
      double response = isLow ? limits.lower() : isHigh ? limits.upper() : y[i];
      row[k] = response;
      double z = theta * response - index;
      double slope;
      double curvature;
      if (isLow || isHigh) {
        double sign = isLow ? 1 : -1;
        double mills = NormalTail.mills(sign * z);
        value += NormalTail.logCumulative(sign * z);
        slope = sign * mills;
        curvature = Math.max(0, mills * (mills + sign * z));
      } else {
        value += NormalTail.logDensity(z) + Math.log(theta);
        slope = -z;
        curvature = 1;
        gradient[k] += 1 / theta;
        information[k][k] += 1 / theta / theta;
      }
      add(gradient, information, row, slope, curvature);
    }
    return new Point(value, gradient, information);
  }

  private static void add(
      double[] gradient, double[][] information, double[] row, double slope, double curvature) {
    for (int a = 0; a < row.length; a++) {
      gradient[a] += slope * row[a];
      double weighted = curvature * row[a];
      for (int b = 0; b < row.length; b++) {
        information[a][b] += weighted * row[b];
      }
    }
  }
}
