package org.renxing.resource;

import org.renxing.numerics.Finite;

/**
 * A straight line y = a + b·x + e through points, by ordinary least squares.
 *
 * @param n points
 * @param coefficient b; NaN as {@code reason} says
 * @param intercept a
 * @param standardError of b: sqrt(SSR / (n − 2) / Sxx)
 * @param r2 1 − SSR / Syy; NaN also where y does not vary
 * @param reason why there is no line: TOO_FEW_POINTS (below three) or CONSTANT_GROWTH (x does not
 *     vary); empty where there is one
 */
public record LeastSquares(
    long n, double coefficient, double intercept, double standardError, double r2, String reason) {
  private static final int LEAST = 3;

  /** The line through points; sums are about the means, in the order of the arrays. */
  static LeastSquares of(double[] x, double[] y) {
    int n = x.length;
    double mx = mean(x);
    double my = mean(y);
    double sxx = 0;
    double sxy = 0;
    double syy = 0;
    for (int i = 0; i < n; i++) {
      sxx += (x[i] - mx) * (x[i] - mx);
      sxy += (x[i] - mx) * (y[i] - my);
      syy += (y[i] - my) * (y[i] - my);
    }
    double b = n < LEAST ? Double.NaN : Finite.quotient(sxy, Finite.positive(sxx));
    if (Double.isNaN(b)) {
      String reason = n < LEAST ? "TOO_FEW_POINTS" : "CONSTANT_GROWTH";
      return new LeastSquares(n, Double.NaN, Double.NaN, Double.NaN, Double.NaN, reason);
    }
    double residuals = Math.max(0, syy - b * sxy);
    return new LeastSquares(
        n,
        b,
        my - b * mx,
        Math.sqrt(residuals / (n - 2) / sxx),
        1 - Finite.quotient(residuals, Finite.positive(syy)),
        "");
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
