package org.renxing.column;

import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Numbers as people write them in files. */
public final class NumberText {
  private static final String NUMBER = "^[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?$";
  private static final String GROUPED = "^[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?$";

  private NumberText() {}

  /**
   * The double that the text writes: decimal, with an exponent or with commas between thousands;
   * null for any other text, and infinite where it is too large for a double.
   */
  public static Column parse(Column text) {
    return when(text.rlike(NUMBER), text.try_cast("double"))
        .when(text.rlike(GROUPED), regexp_replace(text, ",", "").try_cast("double"));
  }
}
