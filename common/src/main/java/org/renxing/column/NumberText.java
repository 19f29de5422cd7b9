package org.renxing.column;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.renxing.cell.Blanks;
import org.renxing.cell.DecimalMark;
import org.renxing.cell.YearText;

/** What the texts of cells mean, as columns; the rules are those of {@link org.renxing.cell}. */
public final class NumberText {
  private static final UserDefinedFunction NUMBER =
      udf((UDF3<String, String, Double, Double>) NumberText::number, DataTypes.DoubleType);
  private static final UserDefinedFunction WORDS =
      udf((UDF2<String, String, String>) NumberText::words, DataTypes.StringType);
  private static final UserDefinedFunction STRIPPED =
      udf((UDF1<String, String>) NumberText::strip, DataTypes.StringType);
  private static final UserDefinedFunction YEAR =
      udf((UDF1<String, Integer>) NumberText::year, DataTypes.IntegerType);

  private NumberText() {}

  /** The text without blanks of any kind at its ends. */
  public static Column stripped(Column text) {
    return STRIPPED.apply(text);
  }

  /**
   * The double that a text writes; null for any other text, and for one that no double holds.
   *
   * @param mark the {@link DecimalMark} of the file, as text
   * @param perCent how many per cent are one unit of the column, so that percentages can be read;
   *     null where they cannot
   */
  public static Column parse(Column text, Column mark, Column perCent) {
    return NUMBER.apply(text, mark, perCent);
  }

  /** The same of a file with decimal points, in a column without percentages. */
  public static Column parse(Column text) {
    return parse(text, lit(DecimalMark.POINT.toString()), lit(null).cast("double"));
  }

  /** What is wrong with a text that is no number, in words that follow it. */
  public static Column inWords(Column text, Column mark) {
    return WORDS.apply(text, mark);
  }

  /** The year that a text writes; null where it writes none. */
  public static Column year(Column text) {
    return YEAR.apply(text);
  }

  private static String strip(String text) {
    return text == null ? null : Blanks.strip(text);
  }

  private static Double number(String text, String mark, Double perCent) {
    if (text == null) {
      return null;
    }
    DecimalMark decimal = mark(mark);
    double value = decimal.value(text);
    if (!Double.isNaN(value)) {
      return value;
    }
    OptionalDouble share = perCent == null ? OptionalDouble.empty() : decimal.percentage(text);
    return share.isPresent() ? (Double) (share.getAsDouble() / perCent) : null;
  }

  private static String words(String text, String mark) {
    return text == null ? null : mark(mark).inWords(mark(mark).fault(text));
  }

  private static Integer year(String text) {
    OptionalInt year = text == null ? OptionalInt.empty() : YearText.year(text);
    return year.isPresent() ? (Integer) year.getAsInt() : null;
  }

  private static DecimalMark mark(String text) {
    return DecimalMark.of(text).orElse(DecimalMark.POINT);
  }
}
