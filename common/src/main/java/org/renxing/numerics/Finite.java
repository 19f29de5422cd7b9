package org.renxing.numerics;

/** Arithmetic in which what cannot be computed is missing (NaN). */
public final class Finite {
  private Finite() {}

  /** The number itself; NaN where it is infinite. */
  public static double orNaN(double x) {
    return Double.isInfinite(x) ? Double.NaN : x;
  }

  /** a / b; NaN where either is missing, b is 0, or the quotient is not finite. */
  public static double quotient(double a, double b) {
    return b == 0 ? Double.NaN : orNaN(a / b);
  }

  /** 100 a / b, in %; NaN as in {@link #quotient}. */
  public static double percent(double a, double b) {
    return orNaN(quotient(a, b) * 100);
  }

  /** The number where it is above 0, else NaN: for denominators. */
  public static double positive(double x) {
    return x > 0 ? x : Double.NaN;
  }
}
