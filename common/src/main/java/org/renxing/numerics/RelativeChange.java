package org.renxing.numerics;

/** The change from one figure to another over the first. */
public final class RelativeChange {
  /** Figures that differ by less, relative to the larger, are the same: it is noise of rounding. */
  private static final double NOISE = 1e-12;

  private RelativeChange() {}

  /**
   * (to − from)/from, exactly 0 where |to − from| ≤ 1e-12 · max(|from|, |to|), so that the noise of
   * a formula is neither growth nor fall. NaN where either is missing, the first is not above 0, or
   * the result is not finite.
   */
  public static double of(double from, double to) {
    if (!(from > 0) || Double.isNaN(to)) {
      return Double.NaN;
    }
    double difference = to - from;
    boolean isNoise = Math.abs(difference) <= Math.max(Math.abs(from), Math.abs(to)) * NOISE;
    return isNoise ? 0 : Finite.orNaN(difference / from);
  }
}
