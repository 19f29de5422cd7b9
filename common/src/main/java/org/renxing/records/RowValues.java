package org.renxing.records;

import org.renxing.numerics.Truth;

/** Values as rows hold them, with null for what is missing; the other way round than Fields. */
public final class RowValues {
  private RowValues() {}

  /** A number; null for NaN. */
  public static Double number(double x) {
    return Double.isNaN(x) ? null : (Double) x;
  }

  /** A text; null for an empty one. */
  public static String text(String text) {
    return text.isEmpty() ? null : text;
  }

  /** A truth; null for an unknown one. */
  public static Boolean flag(Truth truth) {
    return truth.isKnown() ? (Boolean) truth.isTrue() : null;
  }
}
