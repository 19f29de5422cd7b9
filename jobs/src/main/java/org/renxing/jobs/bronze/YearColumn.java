package org.renxing.jobs.bronze;

import static org.apache.spark.sql.functions.udf;

import java.util.OptionalInt;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.renxing.cell.YearText;

/** The year that a cell of a source writes, as a column of Spark; see {@link YearText}. */
final class YearColumn {
  private static final UserDefinedFunction YEAR =
      udf((UDF1<String, Integer>) YearColumn::year, DataTypes.IntegerType);

  private YearColumn() {}

  /** The year that a text writes; null where it writes none. */
  static Column of(Column text) {
    return YEAR.apply(text);
  }

  private static Integer year(String text) {
    OptionalInt year = text == null ? OptionalInt.empty() : YearText.year(text);
    return year.isPresent() ? (Integer) year.getAsInt() : null;
  }
}
