package org.renxing.resource;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.column.Finite;
import org.renxing.column.RelativeChange;

/**
 * Growth of a figure of a unit by calendar years: a year that a scenario with a step passes over is
 * not there, and what would need it is null.
 */
final class Growth {
  /** The rows of a unit by year. */
  static final WindowSpec SERIES = Window.partitionBy("unit_id").orderBy("year");

  /** Why a yearly change is null where there is no row to compare with. */
  static final String FIRST_YEAR = "FIRST_YEAR";

  static final String GAP = "GAP";

  private Growth() {}

  /** The figure so many years later, or earlier where that is below 0; null for no such year. */
  static Column at(Column figure, int years) {
    return max(figure).over(SERIES.rangeBetween(years, years));
  }

  /** From the year before, in %; null where either is missing or the first is not above 0. */
  static Column ofYear(Column figure) {
    return percent(at(figure, -1), figure);
  }

  /** FIRST_YEAR in a unit's first row, GAP where the row before is not of the year before. */
  static Column noYearBefore() {
    Column before = lag(col("year"), 1).over(SERIES);
    return when(before.isNull(), FIRST_YEAR).when(before.notEqual(col("year").minus(1)), GAP);
  }

  /** {@link RelativeChange} in %. */
  static Column percent(Column from, Column to) {
    return Finite.orNull(RelativeChange.of(from, to).multiply(100));
  }

  /** Mean yearly growth over the years up to this one, in % (geometric). */
  static Column before(Column figure, int years) {
    return mean(at(figure, -years), figure, years);
  }

  /** Mean yearly growth over the years after this one, in % (geometric). */
  static Column after(Column figure, int years) {
    return mean(figure, at(figure, years), years);
  }

  private static Column mean(Column from, Column to, int years) {
    Column ratio = try_divide(when(to.gt(0), to), when(from.gt(0), from));
    return Finite.orNull(pow(ratio, lit(1.0 / years)).minus(1).multiply(100));
  }
}
