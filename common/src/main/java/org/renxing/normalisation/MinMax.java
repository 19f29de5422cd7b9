package org.renxing.normalisation;

import org.renxing.model.Normalisation;

/**
 * (x − min)/(max − min), or (max − x)/(max − min) for negative indicators: R eq. 1–2, C eq. 1–2.
 * R's eq. 1 prints max − x as the denominator of the positive case, a misprint.
 */
class MinMax extends BoundedMethod<Extremes> {
  private static final long serialVersionUID = 1L;

  @Override
  public String id() {
    return "min-max";
  }

  @Override
  public final Extremes statistic() {
    return new Extremes();
  }

  @Override
  public final Scaler fit(Extremes statistic, Normalisation spec) {
    return within(statistic.least(), statistic.largest(), spec);
  }

  @Override
  double share(double x, double lower, double upper, boolean isNegative) {
    return (isNegative ? upper - x : x - lower) / (upper - lower);
  }
}
