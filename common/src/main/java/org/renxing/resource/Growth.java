package org.renxing.resource;

import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.column.Finite;

/** Growth of a figure of a unit over the rows of its years, which have no gaps. */
final class Growth {
  /** The rows of a unit by year. */
  static final WindowSpec SERIES = Window.partitionBy("unit_id").orderBy("year");

  private Growth() {}

  /** From the year before, in %; null where either is missing or the first is not above 0. */
  static Column ofYear(Column figure) {
    return percent(lag(figure, 1).over(SERIES), figure);
  }

  /** From one figure to another, in %; null where either is missing or the first not above 0. */
  static Column percent(Column from, Column to) {
    Column share = try_divide(to.minus(from), when(from.gt(0), from));
    return Finite.orNull(share.multiply(100));
  }

  /** Mean yearly growth over the years up to this one, in % (geometric). */
  static Column before(Column figure, int years) {
    return mean(lag(figure, years).over(SERIES), figure, years);
  }

  /** Mean yearly growth over the years after this one, in % (geometric). */
  static Column after(Column figure, int years) {
    return mean(figure, lead(figure, years).over(SERIES), years);
  }

  private static Column mean(Column from, Column to, int years) {
    Column ratio = try_divide(when(to.gt(0), to), when(from.gt(0), from));
    return Finite.orNull(pow(ratio, lit(1.0 / years)).minus(1).multiply(100));
  }
}
