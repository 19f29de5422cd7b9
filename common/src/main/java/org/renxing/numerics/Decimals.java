package org.renxing.numerics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds doubles to a number of decimals, as SQL's {@code round} does. */
public final class Decimals {
  private Decimals() {}

  /** The double nearest to its shortest decimal text rounded half up; NaN stays NaN. */
  public static double round(double x, int decimals) {
    return Double.isFinite(x)
        ? BigDecimal.valueOf(x).setScale(decimals, RoundingMode.HALF_UP).doubleValue()
        : x;
  }
}
