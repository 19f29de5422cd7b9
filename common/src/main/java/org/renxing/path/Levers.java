package org.renxing.path;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.Lever;

/** What levers may yield, low and high (S). */
public final class Levers {
  private Levers() {}

  /**
   * One row a unit, year and lever: unit_id, year, lever, input, input_value, input_unit, low, high
   * (input × share × yield × factor), unit, source, caution, reason. Low and high are null where
   * the input is missing (INPUT_MISSING), not named by the scenario (INPUT_NOT_NAMED) or negative
   * (INPUT_NEGATIVE).
   *
   * @param statistics unit_id, year, and statistics by column name
   * @param levers one or more
   */
  public static Dataset<Row> of(Dataset<Row> statistics, List<Lever> levers) {
    List<String> there = Arrays.asList(statistics.columns());
    Column[] rows =
        levers.stream()
            .map(lever -> row(lever, there.contains(lever.input().column())))
            .toArray(Column[]::new);
    return statistics.select(col("unit_id"), col("year"), inline(array(rows)));
  }

  private static Column row(Lever lever, boolean isNamed) {
    Column input = (isNamed ? col(lever.input().column()) : lit(null)).cast("double");
    Column worked = when(input.geq(0), input.multiply(lit(lever.share() * lever.factor())));
    Column reason =
        when(input.isNull(), isNamed ? "INPUT_MISSING" : "INPUT_NOT_NAMED")
            .when(input.lt(0), "INPUT_NEGATIVE");
    return struct(
        lit(lever.id()).as("lever"),
        lit(lever.input().column()).as("input"),
        input.as("input_value"),
        lit(lever.input().unit()).as("input_unit"),
        worked.multiply(lit(lever.low())).as("low"),
        worked.multiply(lit(lever.high())).as("high"),
        lit(lever.unit()).as("unit"),
        lit(lever.source()).as("source"),
        lit(lever.caution()).as("caution"),
        reason.as("reason"));
  }
}
