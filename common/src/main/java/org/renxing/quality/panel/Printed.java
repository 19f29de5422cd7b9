package org.renxing.quality.panel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A figure as its source prints it. */
final class Printed {
  /** Digits that survive the conversion of units of measure. */
  private static final MathContext KEPT = new MathContext(12);

  private Printed() {}

  /** The shortest decimal form, without zeros at the end of its decimals. */
  static BigDecimal of(double x) {
    BigDecimal out = new BigDecimal(Double.toString(x)).round(KEPT).stripTrailingZeros();
    return out.scale() < 0 ? out.setScale(0) : out;
  }

  /** Significant digits, zeros at the end not counted; 0 for zero. */
  static int digits(BigDecimal x) {
    return x.signum() == 0 ? 0 : x.stripTrailingZeros().precision();
  }

  /** One unit in the last decimal place that is printed. */
  static double lastPlace(double x) {
    return of(x).ulp().doubleValue();
  }

  /**
   * How many units of the last place that both of them print lie between two figures; the finer one
   * is rounded first.
   */
  static double distance(BigDecimal one, BigDecimal other) {
    int scale = Math.min(one.scale(), other.scale());
    return rounded(one, scale)
        .subtract(rounded(other, scale))
        .abs()
        .movePointRight(scale)
        .doubleValue();
  }

  /** The coarser of the two forms. */
  static BigDecimal coarser(BigDecimal one, BigDecimal other) {
    return one.scale() <= other.scale() ? one : other;
  }

  private static BigDecimal rounded(BigDecimal x, int scale) {
    return x.setScale(scale, RoundingMode.HALF_UP);
  }
}
