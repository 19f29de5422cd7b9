package org.renxing.jobs.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

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
    return CsvTable.resource("columns.csv", "source", "column", "indicator", "per_unit", "decimals")
        .stream()
        .filter(row -> row.getField("source").equals(source))
        .map(
            row ->
                new SourceColumn(
                    row.getField("column"),
                    row.getField("indicator"),
                    Double.parseDouble(row.getField("per_unit")),
                    Integer.parseInt(row.getField("decimals"))))
        .toList();
  }

  /** The figure as printed: rounded half up, no exponent. */
  String print(double value) {
    return BigDecimal.valueOf(value * perUnit)
        .setScale(decimals, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
