package org.renxing.intake;

import java.util.Optional;
import java.util.OptionalInt;
import org.renxing.cell.DecimalMark;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** A row of a {@link ReferenceFile}. Texts have no blanks at their ends. */
public final class ReferenceRow {
  private final FileTable table;
  private final int at;

  ReferenceRow(FileTable table, int at) {
    this.table = table;
    this.at = at;
  }

  /** The line of the file in which it begins. */
  public long line() {
    return table.lines().get(at);
  }

  /** The cell of a column; empty where the file has no such column. */
  public Optional<String> find(String column) {
    OptionalInt place = table.find(column);
    return place.isEmpty() ? Optional.empty() : Optional.of(table.text(at, place.getAsInt()));
  }

  /** The cell of a column, where it has one and it is not blank. */
  public Optional<String> given(String column) {
    return find(column).filter(text -> !text.isEmpty());
  }

  /**
   * The cell of a column that the file must have.
   *
   * @throws RenxingException CONFIGURATION with the columns that there are
   */
  public String text(String column) {
    return find(column).orElseThrow(() -> wrong("column " + column + lacking(column)));
  }

  private String lacking(String column) {
    return " is missing; there are " + table.columns() + table.nearest(column);
  }

  /**
   * The cell of a column that may not be empty.
   *
   * @param why it may not
   * @throws RenxingException CONFIGURATION
   */
  public String required(String column, String why) {
    String text = text(column);
    if (text.isEmpty()) {
      throw wrong("column " + column + " is empty; " + why);
    }
    return text;
  }

  /**
   * The number in a column; NaN where it is empty or there is no such column.
   *
   * @throws RenxingException CONFIGURATION where it is something else
   */
  public double number(String column) {
    String text = find(column).orElse("");
    double value = DecimalMark.POINT.value(text);
    if (Double.isNaN(value) && !text.isEmpty()) {
      DecimalMark.Fault fault = DecimalMark.POINT.fault(text);
      throw wrong("column " + column + ": '" + text + "' " + DecimalMark.POINT.inWords(fault));
    }
    return value;
  }

  /**
   * The whole number in a column; nothing where it is empty or there is no such column.
   *
   * @throws RenxingException CONFIGURATION where it is something else
   */
  public Optional<Integer> whole(String column) {
    double value = number(column);
    if (Math.abs(value % 1) > 0 || Math.abs(value) > Integer.MAX_VALUE) {
      throw wrong("column " + column + ": '" + text(column) + "' is not a whole number");
    }
    return Double.isNaN(value) ? Optional.empty() : Optional.of((int) value);
  }

  /** Says what is wrong with it, after the name of its file and its line. */
  public RenxingException wrong(String what) {
    return new RenxingException(ErrorCode.CONFIGURATION, table.name() + ":" + line() + ": " + what);
  }
}
