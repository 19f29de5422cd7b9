package org.renxing.column;

import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** {@link org.renxing.numerics.SignificantDigits} of columns. */
public final class SignificantDigits {
  /** Beyond this the mantissa of a double would not be exact. */
  private static final int MOST = 15;

  private SignificantDigits() {}

  /**
   * The value rounded to {@code digits} significant digits.
   *
   * @param x a double column; null stays null
   * @param digits 1 to 15
   */
  public static Column round(Column x, int digits) {
    if (digits < 1 || digits > MOST) {
      throw new RenxingException(
          ErrorCode.INTERNAL, "significant digits: 1 to " + MOST + ", found " + digits);
    }
    UDF1<Double, Double> rounded =
        value -> value == null ? null : org.renxing.numerics.SignificantDigits.round(value, digits);
    return udf(rounded, DataTypes.DoubleType).apply(x);
  }
}
