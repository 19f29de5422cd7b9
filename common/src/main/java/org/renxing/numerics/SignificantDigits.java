package org.renxing.numerics;

/**
 * Rounds doubles to a number of significant decimal digits. Two doubles that round to the same
 * decimal give the same bits on every machine. Two doubles however near can still fall on two sides
 * of a rounding boundary; that is what rounding means.
 */
public final class SignificantDigits {
  /** Values equal to this many digits are ties. */
  public static final int OF_TIES = 12;

  /** Powers of ten beyond this are taken in two steps, so that none overflows. */
  private static final int STEP = 290;

  /** From here on rounding up could overflow. */
  private static final double LARGE = 1.7e308;

  private SignificantDigits() {}

  /**
   * The double nearest to the first significant digits of a value, half to even on the scaled
   * mantissa; 0 for −0 too. NaN, infinities and sizes from 1.7e308 on stay as they are.
   *
   * @param digits 1 to 15
   */
  public static double round(double x, int digits) {
    double size = Math.abs(x);
    if (!(size > 0 && size < LARGE)) {
      return size == 0 ? 0 : x;
    }
    int last = (int) Math.floor(StrictMath.log10(size)) - (digits - 1);
    double rounded = shift(Math.rint(shift(size, -last)), last);
    return x < 0 ? -rounded : rounded;
  }

  /** Rounded to {@link #OF_TIES} digits. */
  public static double tieKey(double x) {
    return round(x, OF_TIES);
  }

  /** x · 10^by; powers up to 22 are exact, so that dividing by them rounds once. */
  private static double shift(double x, int by) {
    int near = Math.min(Math.abs(by), STEP);
    double first = StrictMath.pow(10, near);
    double second = StrictMath.pow(10, Math.abs(by) - near);
    return by < 0 ? x / first / second : x * first * second;
  }
}
