package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.renxing.column.NumberText;
import org.renxing.model.SourceSpec;

/** When the figures of a row were published. */
final class VintageText {
  private VintageText() {}

  /** The text in which the row or its file says so; empty for a source without vintages. */
  static Column of(SourceSpec source, Column cells) {
    return source
        .vintage()
        .map(
            vintage ->
                vintage
                    .column()
                    .map(name -> NumberText.stripped(element_at(cells, lit(name))))
                    .orElseGet(
                        () -> regexp_extract(col("source_file"), vintage.filePattern().get(), 1)))
        .map(text -> when(text.isNull(), lit("?")).when(text.equalTo(""), lit("?")).otherwise(text))
        .orElse(lit(""));
  }

  /**
   * The day as 2020-05-31: a month means its last day, a year its last of December; empty where
   * there are no vintages, null for any other text.
   */
  static Column day(Column text) {
    return when(text.equalTo(""), lit(""))
        .when(text.rlike("^\\d{4}$"), concat(text, lit("-12-31")))
        .when(
            text.rlike("^\\d{4}-\\d{2}$"),
            last_day(concat(text, lit("-01")).try_cast("date")).cast("string"))
        .when(text.rlike("^\\d{4}-\\d{2}-\\d{2}$"), text.try_cast("date").cast("string"));
  }
}
