package org.renxing.panel;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Values of indicators by unit and year in one array: row by row, a row being the indicators of one
 * unit and year side by side. NaN is a missing value. A balanced panel goes unit by unit and then
 * year by year; one with gaps has no row where a unit lacks a year. Immutable.
 */
public final class PackedPanel implements Serializable {
  private static final long serialVersionUID = 1L;
  private final List<String> units;
  private final int[] years;
  private final List<String> indicators;
  private final double[] values;

  /**
   * A panel.
   *
   * @param units the unit of each row
   * @param years the year of each row; 0 in a cross-section without years
   * @param indicators the code of each column
   * @param values rows × indicators, row by row; not copied, and not to be changed afterwards
   */
  public PackedPanel(List<String> units, int[] years, List<String> indicators, double[] values) {
    this.units = List.copyOf(units);
    this.years = years.clone();
    this.indicators = List.copyOf(indicators);
    this.values = values;
    if (years.length != units.size() || values.length != units.size() * indicators.size()) {
      throw new RenxingException(
          ErrorCode.INTERNAL,
          "panel: "
              + units.size()
              + " units, "
              + years.length
              + " years and "
              + indicators.size()
              + " indicators do not fit "
              + values.length
              + " values");
    }
  }

  /** How many rows. */
  public int rows() {
    return years.length;
  }

  /** The indicators, in the order of the columns. */
  public List<String> indicators() {
    return indicators;
  }

  /** The unit of each row. */
  public List<String> units() {
    return units;
  }

  /** The year of a row. */
  public int year(int row) {
    return years[row];
  }

  /** The years that occur, upwards. */
  public int[] years() {
    return Arrays.stream(years).distinct().sorted().toArray();
  }

  /** The rows of a year; all rows for {@code 0}. */
  public int[] rowsOf(int year) {
    return IntStream.range(0, rows()).filter(r -> year == 0 || years[r] == year).toArray();
  }

  /** A value; NaN where missing. */
  public double value(int row, int column) {
    return values[row * indicators.size() + column];
  }

  /** A row. */
  public double[] row(int row) {
    int width = indicators.size();
    return Arrays.copyOfRange(values, row * width, (row + 1) * width);
  }

  /** The same rows and columns with a function of each value. */
  public PackedPanel map(DoubleUnaryOperator function) {
    return with(Arrays.stream(values).map(function).toArray());
  }

  /** The same rows and columns with other values. */
  public PackedPanel with(double[] others) {
    return new PackedPanel(units, years, indicators, others);
  }
}
