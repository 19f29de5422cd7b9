package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.model.SourceSpec;

/**
 * Which of several values for one cell counts. A cell that a source gives twice with one value
 * counts once; given twice with different values it does not count at all; of several sources the
 * one with the lowest precedence counts, ties by its id; of several vintages of a source the
 * newest.
 *
 * <p>Most cells are given once, which their row tells: only the others are sorted and compared.
 */
final class Contest {
  /** The reason of a cell that is no number. */
  static final String NOT_A_NUMBER = "NOT_A_NUMBER";

  /** The reason of a cell that is a number only if the other decimal mark is meant. */
  static final String DECIMAL_MARK = "DECIMAL_MARK";

  private static final WindowSpec CELL = Window.partitionBy("unit_id", "year", "indicator_code");
  private static final WindowSpec SAME =
      Window.partitionBy("unit_id", "year", "indicator_code", "source_id", "vintage");
  private static final Column IS_WHOLE = col("column_label").equalTo("");
  private static final Column OWN_CODE =
      when(IS_WHOLE, col("row_code"))
          .when(col("value").isNull().and(col("is_corrected")), "CORRECTED_AWAY")
          .when(col("value").isNull(), coalesce(col("fault_code"), lit(NOT_A_NUMBER)));

  private static final String PREFERRED =
      "struct<precedence:int,source_id:string,order:int,vintage:string,value:double>";

  private final Set<String> shared;

  Contest(List<SourceSpec> sources) {
    this.shared = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    for (SourceSpec source : sources) {
      Set<String> own = new HashSet<>();
      source.mappings().values().forEach(m -> own.add(m.indicator()));
      own.stream().filter(code -> !seen.add(code)).forEach(shared::add);
    }
  }

  /**
   * Adds reason_code, reason, is_preferred and preferred (for cells with rivals: the source,
   * vintage and value that count) to cells with column_label, value_text, value, vintage,
   * is_corrected, correction_reason, fault_code and fault (of a text that is no number), row_code,
   * row_reason, row_copies.
   */
  Dataset<Row> judge(Dataset<Row> cells) {
    Column isShared = coalesce(col("indicator_code").isin(shared.toArray()), lit(false));
    Column isContested = IS_WHOLE.equalTo(false).and(col("row_copies").gt(1).or(isShared));
    Dataset<Row> single =
        cells
            .where(isContested.equalTo(false))
            .withColumn("reason_code", OWN_CODE)
            .withColumn("is_preferred", IS_WHOLE.equalTo(false).and(col("reason_code").isNull()))
            .withColumn("preferred", lit(null).cast(PREFERRED))
            .withColumn("reason", reason(lit(null).cast("string")));
    return single
        .unionByName(settled(cells.where(isContested)))
        .drop("row_code", "row_reason", "row_copies", "correction_reason", "fault", "fault_code");
  }

  private static Dataset<Row> settled(Dataset<Row> contested) {
    WindowSpec inOrder = SAME.orderBy(col("value").isNull(), col("source_file"), col("row_number"));
    Dataset<Row> counted =
        contested
            .withColumn("copy", row_number().over(inOrder))
            .withColumn("copies", count(col("value")).over(SAME))
            .withColumn("lowest", min(col("value")).over(SAME))
            .withColumn("highest", max(col("value")).over(SAME))
            .withColumn("files", files());
    Column conflict = col("copies").gt(1).and(col("lowest").notEqual(col("highest")));
    Column code =
        OWN_CODE
            .when(conflict, "CONFLICTING_DUPLICATE")
            .when(col("copies").gt(1).and(col("copy").gt(1)), "DUPLICATE");
    Column several =
        when(
                col("reason_code").equalTo("CONFLICTING_DUPLICATE"),
                concat(
                    lit("the source gives "),
                    col("copies"),
                    lit(" values for this unit, year and indicator, from "),
                    col("lowest"),
                    lit(" to "),
                    col("highest"),
                    col("files"),
                    lit("; none is taken")))
            .when(
                col("reason_code").equalTo("DUPLICATE"),
                concat(
                    lit("the same value for this unit, year and indicator came before"),
                    col("files")));
    Column newestFirst = coalesce(unix_date(col("vintage").try_cast("date")), lit(0)).multiply(-1);
    Column rank =
        when(
            col("reason_code").isNull(),
            struct(
                col("precedence"),
                col("source_id"),
                newestFirst.as("order"),
                col("vintage"),
                col("value")));
    return counted
        .withColumn("reason_code", code)
        .withColumn("preferred", min(rank).over(CELL).cast(PREFERRED))
        .withColumn("is_preferred", coalesce(rank.equalTo(col("preferred")), lit(false)))
        .withColumn("reason", reason(several))
        .drop("copies", "lowest", "highest", "copy", "files");
  }

  /** The first and last of several files that give a cell; empty where one file does. */
  private static Column files() {
    Column first = min(col("source_file")).over(SAME);
    Column last = max(col("source_file")).over(SAME);
    return when(first.notEqual(last), concat(lit(" ("), first, lit(" and "), last, lit(")")))
        .otherwise("");
  }

  private static Column reason(Column several) {
    return when(IS_WHOLE, col("row_reason"))
        .when(
            col("reason_code").isin(NOT_A_NUMBER, DECIMAL_MARK),
            concat(
                lit("'"),
                col("value_text"),
                lit("' "),
                coalesce(col("fault"), lit("is not a number"))))
        .when(
            col("reason_code").equalTo("CORRECTED_AWAY"),
            concat(lit("a reviewed correction sets it aside: "), col("correction_reason")))
        .otherwise(several);
  }
}
