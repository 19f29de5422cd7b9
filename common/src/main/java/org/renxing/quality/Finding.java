package org.renxing.quality;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.renxing.model.SuspectKind;
import org.renxing.quality.JudgedFigure.Range;
import org.renxing.quality.panel.Figure;

/**
 * What a check says of a cell.
 *
 * @param lower least value to be expected; NaN where that is not known
 * @param upper largest value to be expected; NaN where that is not known
 * @param confidence in 0 to 1, four decimals
 */
record Finding(
    Figure figure, SuspectKind kind, double lower, double upper, double confidence, String evidence)
    implements Serializable {
  private static final double MOST = 0.99;

  /** A finding with its confidence, of any size, brought to at most 0.99 and four decimals. */
  static Finding of(
      JudgedFigure cell, SuspectKind kind, Range range, double confidence, String evidence) {
    double bounded = Math.max(0, Math.min(MOST, confidence));
    double rounded = BigDecimal.valueOf(bounded).setScale(4, RoundingMode.HALF_UP).doubleValue();
    return new Finding(cell.figure(), kind, range.lower(), range.upper(), rounded, evidence);
  }

  /** 0.5 at the threshold, towards 1 as the score grows: 1 − threshold / (2 score). */
  static double beyond(double threshold, double score) {
    return 1 - 0.5 * threshold / score;
  }

  /** A number in plain digits, for people. */
  static String number(double x) {
    double size = Math.abs(x);
    if (size >= 1000) {
      return text("%.0f", x);
    }
    return text(size >= 1 || size == 0 ? "%.2f" : "%.4g", x);
  }

  /** Numbers in a format that depends on no locale. */
  static String text(String format, double... numbers) {
    Object[] boxed = new Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      boxed[i] = numbers[i];
    }
    return String.format(Locale.ROOT, format, boxed);
  }
}
