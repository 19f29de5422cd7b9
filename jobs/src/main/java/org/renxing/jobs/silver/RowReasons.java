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
import org.renxing.cell.YearText;

/**
 * Why a row cannot be placed. Works on the columns note, defect, year_text, year, vintage,
 * unit_text, candidates (units of that name in any year), best (those of the year, by level).
 */
public final class RowReasons {
  /** A note below a table: kept, and neither data nor a defect. */
  public static final String FOOTNOTE = "FOOTNOTE";

  private RowReasons() {}

  /** The code of the first thing that is wrong; null for a sound row. */
  static Column code() {
    return when(col("note").isNotNull(), FOOTNOTE)
        .when(col("defect").isNotNull(), "MALFORMED_ROW")
        .when(isBlank("year_text"), "EMPTY_YEAR")
        .when(col("year").isNull(), "NOT_A_YEAR")
        .when(col("vintage").isNull(), "NOT_A_DATE")
        .otherwise(unitCode());
  }

  /** What is wrong with the unit, of rows with unit_text, candidates and best; null for nothing. */
  public static Column unitCode() {
    return when(isBlank("unit_text"), "EMPTY_UNIT")
        .when(col("candidates").isNull(), "UNKNOWN_UNIT")
        .when(size(col("best")).equalTo(0), "UNIT_NOT_VALID_IN_YEAR")
        .when(size(col("best")).gt(1), "AMBIGUOUS_UNIT");
  }

  /** The same in words, with the value and what is allowed. */
  static Column text() {
    return when(col("reason_code").equalTo(FOOTNOTE), concat(lit("a note: "), col("note")))
        .when(col("reason_code").equalTo("MALFORMED_ROW"), col("defect"))
        .when(col("reason_code").equalTo("EMPTY_YEAR"), "the year is empty")
        .when(
            col("reason_code").equalTo("NOT_A_YEAR"),
            concat(lit("'"), col("year_text"), lit("' is not " + YearText.ALLOWED)))
        .when(
            col("reason_code").equalTo("NOT_A_DATE"),
            concat(
                lit("its vintage '"),
                col("vintage_text"),
                lit("' is no year, month (2020-05) or day (2020-05-31)")))
        .otherwise(unitText(col("reason_code")));
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
