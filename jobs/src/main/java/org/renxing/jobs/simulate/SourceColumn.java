package org.renxing.jobs.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.renxing.intake.ReferenceFile;

/**
 * A column of a simulated source (a row of columns.csv).
 *
 * @param name head of the column (wide) or label of the item (long)
 * @param perUnit how many units of the source are one unit of the base indicator
 * @param decimals digits after the point, as the yearbook prints it
 */
record SourceColumn(String name, String indicator, double perUnit, int decimals) {

  /** The columns of a source, in the order in which it has them. */
  static List<SourceColumn> of(String source) {
    return ReferenceFile.resource(SourceColumn.class, "columns.csv").rows().stream()
        .filter(row -> row.text("source").equals(source))
        .map(
            row ->
                new SourceColumn(
                    row.text("column"),
                    row.text("indicator"),
                    row.number("per_unit"),
                    row.whole("decimals").orElseThrow()))
        .toList();
  }

  /** The figure as printed: rounded half up, no exponent. */
  String print(double value) {
    return BigDecimal.valueOf(value * perUnit)
        .setScale(decimals, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
