package org.renxing.measure;

/** Values of plain Java as cells of rows. */
public final class Cells {
  private Cells() {}

  /** The number; null for NaN, by which kernels say that there is none. */
  public static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  /** The text; null where it is empty. */
  public static String text(String value) {
    return value.isEmpty() ? null : value;
  }
}
