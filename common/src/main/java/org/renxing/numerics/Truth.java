package org.renxing.numerics;

import java.util.Locale;

/** Whether something holds, as far as it is known: the three values of SQL's logic. */
public enum Truth {
  FALSE,
  TRUE,
  UNKNOWN;

  /** A truth that is known. */
  public static Truth of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  /** Whether a number is below a limit; unknown for NaN on either side. */
  public static Truth isBelow(double x, double limit) {
    return Double.isNaN(x) || Double.isNaN(limit) ? UNKNOWN : of(x < limit);
  }

  /** Whether a number is above a limit; unknown for NaN on either side. */
  public static Truth isAbove(double x, double limit) {
    return isBelow(limit, x);
  }

  /** Whether both hold: false where either is false, whatever the other. */
  public Truth and(Truth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == TRUE ? other : this;
  }

  /** Whether it is known to hold. */
  public boolean isTrue() {
    return this == TRUE;
  }

  /** Whether it is known. */
  public boolean isKnown() {
    return this != UNKNOWN;
  }

  /** 1 for true, 0 for false, NaN for unknown. */
  public double number() {
    return this == UNKNOWN ? Double.NaN : this == TRUE ? 1 : 0;
  }

  /** As tables write it: true, false, unknown. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
