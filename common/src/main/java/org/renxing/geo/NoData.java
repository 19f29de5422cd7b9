package org.renxing.geo;

import java.math.BigDecimal;
import java.util.List;
import org.renxing.model.NoDataMark;
import org.renxing.model.PixelRules;

/**
 * Which pixels of a file are no data. A mark is compared as the pixels' type holds it.
 *
 * <p>Whole numbers: the number itself, {@code 255.0} too; a mark that is no whole number or beyond
 * the type's range fits no pixel, as in GDAL. Floating point: the nearest value of the type; of
 * double precision also the nearest of single precision, from which files are converted. A mark
 * that the type does not hold exactly, and that has the six digits of C's {@code %g} or more, or is
 * beyond {@link PixelRules#MOST}, is a short print: a pixel fits that rounds to it at the mark's
 * own number of digits, so that {@code -3.40282e+38} is −3.4028235e38. Beyond single precision it
 * fits the largest value and the infinity of its sign, which is what writers make of it.
 */
final class NoData {
  private static final int PRINTED_DIGITS = 6;
  private static final BigDecimal MOST = BigDecimal.valueOf(PixelRules.MOST);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal LARGEST_FLOAT = new BigDecimal(Float.MAX_VALUE);

  private final boolean isNanNone;
  private final double[] from;
  private final double[] to;
  private int n;

  private NoData(boolean isNanNone, int marks) {
    this.isNanNone = isNanNone;
    this.from = new double[4 * marks];
    this.to = new double[4 * marks];
  }

  /**
   * The pixels of no data.
   *
   * @param isNanNone whether a pixel that is no number is no data, whatever the marks
   */
  static NoData of(List<NoDataMark> marks, PixelType type, boolean isNanNone) {
    NoData out = new NoData(isNanNone || marks.stream().anyMatch(NoDataMark::isNan), marks.size());
    for (NoDataMark mark : marks) {
      if (!type.isWhole()) {
        mark.infinity().ifPresent(out::add);
      }
      mark.decimal()
          .ifPresent(
              number -> {
                if (type.isWhole()) {
                  out.whole(number, type);
                } else {
                  out.floating(number, type);
                }
              });
    }
    return out;
  }

  /** Whether a pixel is no data. */
  boolean holds(double pixel) {
    if (Double.isNaN(pixel)) {
      return isNanNone;
    }
    for (int i = 0; i < n; i++) {
      if (pixel >= from[i] && pixel <= to[i]) {
        return true;
      }
    }
    return false;
  }

  private void whole(BigDecimal number, PixelType type) {
    boolean isInRange =
        number.compareTo(BigDecimal.valueOf(type.least())) >= 0
            && number.compareTo(BigDecimal.valueOf(type.most())) <= 0;
    if (isInRange && number.stripTrailingZeros().scale() <= 0) {
      add(number.doubleValue());
    }
  }

  private void floating(BigDecimal number, PixelType type) {
    boolean isSingle = type == PixelType.FLOAT32;
    double single = (float) number.doubleValue();
    double nearest = isSingle ? single : number.doubleValue();
    addHeld(nearest, number);
    if (!isSingle && Double.isFinite(single)) {
      addHeld(single, number);
    }
    boolean isExact = Double.isFinite(nearest) && new BigDecimal(nearest).compareTo(number) == 0;
    boolean isPrint = number.precision() >= PRINTED_DIGITS || number.abs().compareTo(MOST) > 0;
    if (!isExact && isPrint) {
      BigDecimal half = number.ulp().multiply(HALF);
      add(finite(number.subtract(half)), finite(number.add(half)));
    }
    if (isSingle && number.abs().compareTo(LARGEST_FLOAT) > 0) {
      add(Math.signum(single) * Float.MAX_VALUE);
    }
  }

  /** A mark so small that the type has only 0 for it fits no pixel. */
  private void addHeld(double value, BigDecimal number) {
    if (value != 0 || number.signum() == 0) {
      add(value);
    }
  }

  private static double finite(BigDecimal number) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, number.doubleValue()));
  }

  private void add(double value) {
    add(value, value);
  }

  private void add(double least, double most) {
    from[n] = least;
    to[n] = most;
    n++;
  }
}
