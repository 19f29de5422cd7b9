package org.renxing.index.diagnose;

/** Doubles as cells of a row. */
final class Cells {
  private Cells() {}

  /** The double; null for NaN. */
  static Double orNull(double x) {
    return Double.isNaN(x) ? null : Double.valueOf(x);
  }
}
