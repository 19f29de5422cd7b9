package org.renxing.jobs.publish;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalInt;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * How values stand in CSV.
 *
 * @param isMarked whether the file begins with the byte order mark of UTF-8, by which Excel knows
 *     it
 * @param digits significant digits of doubles, which are then in plain decimal notation; empty for
 *     as many as the double needs
 */
public record CsvForm(boolean isMarked, OptionalInt digits) {
  /** No mark, and doubles in full precision. */
  public static final CsvForm PLAIN = new CsvForm(false, OptionalInt.empty());

  /** No double needs more. */
  private static final int MOST_DIGITS = 17;

  public CsvForm {
    if (digits.isPresent() && (digits.getAsInt() < 1 || digits.getAsInt() > MOST_DIGITS)) {
      throw new RenxingException(
          ErrorCode.USAGE, "--digits " + digits.getAsInt() + ": must be from 1 to " + MOST_DIGITS);
    }
  }

  /**
   * The text of a value. A double is rounded half away from zero in the shortest decimal that names
   * it, without trailing zeros; NaN and infinities stay.
   */
  String text(Object value) {
    if (value == null) {
      return "";
    } else if (digits.isPresent() && value instanceof Double number && Double.isFinite(number)) {
      BigDecimal rounded =
          BigDecimal.valueOf(number)
              .round(new MathContext(digits.getAsInt(), RoundingMode.HALF_UP));
      return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
    return value.toString();
  }
}
