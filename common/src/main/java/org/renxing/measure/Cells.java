package org.renxing.measure;

import org.renxing.numerics.Truth;

/** Values of plain Java as cells of rows. */
public final class Cells {
  private Cells() {}

  /** The number; null for NaN, by which kernels say that there is none. */
  public static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  /** The number; null for NaN and for what is infinite, as t is where nothing is left over. */
  public static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** The text; null where it is empty. */
  public static String text(String value) {
    return value.isEmpty() ? null : value;
  }

  /** The truth; null where it is unknown. */
  public static Boolean flag(Truth truth) {
    return truth.isKnown() ? (Boolean) truth.isTrue() : null;
  }
}
