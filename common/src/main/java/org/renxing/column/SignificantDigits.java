package org.renxing.column;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Rounds doubles to a number of significant decimal digits, by arithmetic column expressions.
 *
 * <p>Two doubles that round to the same decimal give the same bits, on every machine: Spark's
 * {@code pow} and {@code log10} are those of {@link StrictMath}. Two doubles however near can still
 * fall on two sides of a rounding boundary; that is what rounding means.
 *
 * <p>The operand stands several times in the expression: give a plain column, not a long formula.
 */
public final class SignificantDigits {
  /** Beyond this the mantissa of a double would not be exact. */
  private static final int MOST = 15;

  /** From here on rounding up could overflow. */
  private static final double LARGE = 1.7e308;

  /** Largest power of ten taken in one step: any double times or by it stays away from overflow. */
  private static final int STEP = 290;

  private SignificantDigits() {}

  /**
   * The value rounded to {@code digits} significant digits, half to even on the scaled mantissa.
   *
   * @param x a double column
   * @param digits 1 to 15
   * @return a double; null stays null; 0 and −0 give 0; NaN, infinities and values from 1.7e308 on,
   *     which rounding up could overflow, stay as they are
   */
  public static Column round(Column x, int digits) {
    require(digits);
    Column rounded = signum(x).multiply(shift(mantissa(x, digits), exponent(x, digits)));
    return when(isPlain(x).and(abs(x).lt(LARGE)), rounded)
        .when(x.equalTo(0.0), lit(0.0))
        .otherwise(x);
  }

  /**
   * The rounded value as exact integers, for equality and hashing.
   *
   * @param x a double column
   * @param digits 1 to 15
   * @return struct (mantissa bigint, exponent int) with value = mantissa · 10^exponent and
   *     |mantissa| in [10^(digits−1), 10^digits); (0, 0) for zeros; null for null, NaN and
   *     infinities
   */
  public static Column key(Column x, int digits) {
    require(digits);
    Column raw = mantissa(x, digits);
    Column carried = raw.geq(power(digits));
    Column mantissa = when(carried, raw.divide(10.0)).otherwise(raw).multiply(signum(x));
    Column exponent = exponent(x, digits).plus(when(carried, 1).otherwise(0));
    return when(
            isPlain(x),
            struct(mantissa.cast("bigint").as("mantissa"), exponent.cast("int").as("exponent")))
        .when(x.equalTo(0.0), struct(lit(0L).as("mantissa"), lit(0).as("exponent")));
  }

  private static Column isPlain(Column x) {
    return abs(x).gt(0.0).and(abs(x).leq(Double.MAX_VALUE));
  }

  /** An integer in [10^(digits−1), 10^digits], the upper end only by rounding up. */
  private static Column mantissa(Column x, int digits) {
    return rint(shift(abs(x), exponent(x, digits).multiply(-1)));
  }

  /** The power of ten of the mantissa's last digit. */
  private static Column exponent(Column x, int digits) {
    return floor(log10(abs(x))).minus(digits - 1);
  }

  /**
   * x · 10^by in steps that neither overflow nor lose digits. Powers up to 22 are exact, so that
   * dividing by them rounds once.
   */
  private static Column shift(Column x, Column by) {
    Column near = greatest(lit((long) -STEP), least(lit((long) STEP), by));
    Column far = by.minus(near);
    return when(by.geq(0), x.multiply(pow(lit(10.0), near)).multiply(pow(lit(10.0), far)))
        .otherwise(
            x.divide(pow(lit(10.0), near.multiply(-1))).divide(pow(lit(10.0), far.multiply(-1))));
  }

  private static double power(int digits) {
    return StrictMath.pow(10, digits);
  }

  private static void require(int digits) {
    if (digits < 1 || digits > MOST) {
      throw new RenxingException(
          ErrorCode.INTERNAL, "significant digits: 1 to " + MOST + ", found " + digits);
    }
  }
}
