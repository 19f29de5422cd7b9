package org.renxing.normalisation;

import org.renxing.model.Normalisation;

/** The value itself, negated for negative indicators; no bounds, no scale. */
final class Unscaled implements NormalisationMethod<Extremes> {
  private static final long serialVersionUID = 1L;

  @Override
  public String id() {
    return "none";
  }

  @Override
  public Extremes statistic() {
    return new Extremes();
  }

  @Override
  public Scaler fit(Extremes statistic, Normalisation spec) {
    return new Itself(Double.NaN, Double.NaN);
  }

  @Override
  public Scaler within(double lower, double upper, Normalisation spec) {
    return new Itself(Double.NaN, Double.NaN);
  }

  @Override
  public boolean hasIdeal() {
    return false;
  }

  private record Itself(double lower, double upper) implements Scaler {
    @Override
    public double normalised(double x, boolean isNegative) {
      return isNegative ? -x : x;
    }
  }
}
