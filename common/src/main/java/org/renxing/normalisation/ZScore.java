package org.renxing.normalisation;

import org.renxing.model.Normalisation;

/**
 * (x − mean)/sd with the sample standard deviation, negated for negative indicators. Published
 * bounds are lower = mean and upper = mean + sd, so that frozen bounds give the same formula. Never
 * clamped. A constant indicator has upper = lower exactly. Sums go from the least value up.
 */
final class ZScore extends BoundedMethod<SortedValues> {
  private static final long serialVersionUID = 1L;

  @Override
  public String id() {
    return "z-score";
  }

  @Override
  public SortedValues statistic() {
    return new SortedValues();
  }

  @Override
  public Scaler fit(SortedValues statistic, Normalisation spec) {
    double[] sorted = statistic.sorted();
    int n = sorted.length;
    if (n == 0) {
      return within(Double.NaN, Double.NaN, spec);
    }
    if (sorted[0] == sorted[n - 1]) {
      return within(sorted[0], sorted[0], spec);
    }
    double total = 0;
    for (double x : sorted) {
      total += x;
    }
    double mean = total / n;
    double squares = 0;
    for (double x : sorted) {
      squares += (x - mean) * (x - mean);
    }
    return within(mean, mean + Math.sqrt(squares / (n - 1)), spec);
  }

  @Override
  double share(double x, double lower, double upper, boolean isNegative) {
    double z = (x - lower) / (upper - lower);
    return isNegative ? -z : z;
  }

  @Override
  boolean canClamp() {
    return false;
  }

  @Override
  public boolean hasIdeal() {
    return false;
  }

  @Override
  public boolean isCentred() {
    return true;
  }
}
