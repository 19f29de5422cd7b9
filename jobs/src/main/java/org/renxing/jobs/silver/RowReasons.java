package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * Why a row of a remote source cannot be placed. Works on the columns unit_text, candidates (units
 * of that name in any year), best (those of the year, by level).
 */
public final class RowReasons {
  /** A note below a table: kept, and neither data nor a defect. */
  public static final String FOOTNOTE = "FOOTNOTE";

  private RowReasons() {}

  /** What is wrong with the unit, of rows with unit_text, candidates and best; null for nothing. */
  public static Column unitCode() {
    return when(isBlank("unit_text"), "EMPTY_UNIT")
        .when(col("candidates").isNull(), "UNKNOWN_UNIT")
        .when(size(col("best")).equalTo(0), "UNIT_NOT_VALID_IN_YEAR")
        .when(size(col("best")).gt(1), "AMBIGUOUS_UNIT");
  }

  /** The reasons of {@link #unitCode} in words; also needs division_year. */
  public static Column unitText(Column code) {
    Column first = element_at(col("candidates"), lit(1));
    return when(code.equalTo("EMPTY_UNIT"), "the unit is empty")
        .when(
            code.equalTo("UNKNOWN_UNIT"),
            concat(lit("'"), col("unit_text"), lit("' is no known code or name of a unit")))
        .when(
            code.equalTo("UNIT_NOT_VALID_IN_YEAR"),
            concat(
                lit("'"),
                col("unit_text"),
                lit("' means unit "),
                first.getField("unit_id"),
                lit(" from "),
                first.getField("valid_from"),
                lit(" to "),
                first.getField("valid_to"),
                lit(", not in "),
                col("division_year")))
        .when(
            code.equalTo("AMBIGUOUS_UNIT"),
            concat(
                lit("'"),
                col("unit_text"),
                lit("' may mean any of "),
                array_join(col("best"), ", "),
                lit("; use the code")));
  }

  private static Column isBlank(String column) {
    return coalesce(col(column), lit("")).equalTo("");
  }
}
