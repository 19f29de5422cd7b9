package org.renxing.shrinkage;

import org.renxing.numerics.Decimals;
import org.renxing.numerics.Truth;

/** Formulas of change between two years; NaN where an end is missing or not above 0. */
public final class Change {
  /** Percentages that differ by less are the same: the noise of division stays below. */
  private static final int DECIMALS = 9;

  private Change() {}

  /** 100 (to − from)/from. */
  public static double percent(double from, double to) {
    return from > 0 && to > 0 ? (to - from) / from * 100 : Double.NaN;
  }

  /** Mean yearly growth in percent: 100 ((to/from)^(1/years) − 1). */
  public static double yearly(double from, double to, int years) {
    return from > 0 && to > 0 ? (StrictMath.pow(to / from, 1.0 / years) - 1) * 100 : Double.NaN;
  }

  /** Whether a change in percent is a fall; none is no fall. */
  public static Truth isFall(double percent) {
    return Truth.isBelow(Decimals.round(percent, DECIMALS), 0);
  }

  /** Whether a change in percent is a rise; none is no rise. */
  public static Truth isRise(double percent) {
    return Truth.isAbove(Decimals.round(percent, DECIMALS), 0);
  }

  /** Whether a change in percent is neither a fall nor a rise; no for a missing one. */
  public static boolean isNone(double percent) {
    return Decimals.round(percent, DECIMALS) == 0;
  }

  /** Whether a change in percent is at or below a limit, the limit itself included. */
  public static Truth isAtMost(double percent, double limit) {
    double rounded = Decimals.round(percent, DECIMALS);
    return Double.isNaN(rounded) ? Truth.UNKNOWN : Truth.of(rounded <= limit);
  }
}
