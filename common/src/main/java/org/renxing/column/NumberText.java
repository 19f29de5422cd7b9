package org.renxing.column;

import static org.apache.spark.sql.functions.udf;

import java.util.OptionalInt;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.renxing.cell.YearText;

/** What the texts of cells mean, as columns; the rules are those of {@link org.renxing.cell}. */
public final class NumberText {
  private static final UserDefinedFunction YEAR =
      udf((UDF1<String, Integer>) NumberText::year, DataTypes.IntegerType);

  private NumberText() {}

  /** The year that a text writes; null where it writes none. */
  public static Column year(Column text) {
    return YEAR.apply(text);
  }

  private static Integer year(String text) {
    OptionalInt year = text == null ? OptionalInt.empty() : YearText.year(text);
    return year.isPresent() ? (Integer) year.getAsInt() : null;
  }
}
