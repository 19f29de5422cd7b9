package org.renxing.learning;

import java.util.Arrays;

/**
 * How near predictions come.
 *
 * @param r2 1 − Σ(y − ŷ)² / Σ(y − ȳ)², ȳ the mean of these rows; below 0 where the mean is nearer,
 *     NaN where y does not vary
 * @param rmse √(Σ(y − ŷ)² / n), in the unit of the response
 * @param mae Σ|y − ŷ| / n
 */
public record FitFigures(int rows, double r2, double rmse, double mae) {
  /** Of all rows. */
  public static FitFigures of(double[] y, double[] predicted) {
    double mean = Arrays.stream(y).sum() / y.length;
    double squares = 0;
    double absolute = 0;
    double total = 0;
    for (int i = 0; i < y.length; i++) {
      squares += (y[i] - predicted[i]) * (y[i] - predicted[i]);
      absolute += Math.abs(y[i] - predicted[i]);
      total += (y[i] - mean) * (y[i] - mean);
    }
    return new FitFigures(
        y.length,
        total > 0 ? 1 - squares / total : Double.NaN,
        Math.sqrt(squares / y.length),
        absolute / y.length);
  }

  /** Of some of the rows. */
  static FitFigures of(double[] y, double[] predicted, int[] some) {
    return of(
        Arrays.stream(some).mapToDouble(i -> y[i]).toArray(),
        Arrays.stream(some).mapToDouble(i -> predicted[i]).toArray());
  }
}
