package org.renxing.column;

import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Numbers as people write them in files. */
public final class NumberText {
  private static final String OF_NUMBERS = "0123456789.+-eE";
  private static final String GROUPED = "^[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?$";

  private NumberText() {}

  /**
   * The double that the text writes: decimal, with an exponent or with commas between thousands;
   * null for any other text, and infinite where it is too large for a double. −0 is 0.
   */
  public static Column parse(Column text) {
    Column isPlain = length(translate(text, OF_NUMBERS, "")).equalTo(0);
    return when(isPlain, text.try_cast("double"))
        .when(
            text.contains(",").and(text.rlike(GROUPED)),
            translate(text, ",", "").try_cast("double"))
        .plus(0.0);
  }
}
