package org.renxing.normalisation;

import org.renxing.model.Normalisation;

/**
 * A formula of the value and two bounds. Where these are equal the result is 0; where one is
 * missing so is the result.
 */
abstract class BoundedMethod<S extends ColumnStatistic<S>> implements NormalisationMethod<S> {
  private static final long serialVersionUID = 1L;

  /** The result on scale 1, for upper &gt; lower; NaN where undefined. */
  abstract double share(double x, double lower, double upper, boolean isNegative);

  /** Whether the scenario's clamp applies. */
  boolean canClamp() {
    return true;
  }

  @Override
  public final Scaler within(double lower, double upper, Normalisation spec) {
    return new Bounded(this, lower, upper, spec.clamp() && canClamp(), spec.scale());
  }

  private record Bounded(
      BoundedMethod<?> method, double lower, double upper, boolean isClamped, double scale)
      implements Scaler {

    @Override
    public double normalised(double x, boolean isNegative) {
      if (Double.isNaN(x) || Double.isNaN(lower) || Double.isNaN(upper)) {
        return Double.NaN;
      }
      if (!(upper > lower)) {
        return 0;
      }
      double share = method.share(x, lower, upper, isNegative);
      double drawn = isClamped ? Math.min(Math.max(share, 0), 1) : share;
      double result = drawn * scale;
      return Double.isInfinite(result) ? Double.NaN : result;
    }
  }
}
