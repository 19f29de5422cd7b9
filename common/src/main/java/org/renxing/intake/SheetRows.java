package org.renxing.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.renxing.cell.Blanks;
import org.renxing.model.Excerpt;
import org.renxing.model.RenxingException;

/**
 * Rows of a sheet as texts. A number is given in full, without the rounding that the sheet shows;
 * one shown as a percentage with its sign, as 51.4%; one shown as a day or a time as 2019-12-31,
 * 2019-12-31T08:00 or 08:00; a formula by its kept result, or as {@code =text} where it has none.
 */
final class SheetRows implements TextRows {
  private static final int WIDEST_PLAIN = 15;

  /** 9999-12-31, the last day that spreadsheets know. */
  private static final BigDecimal LAST_DAY = new BigDecimal("2958466");

  private final String place;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;

  SheetRows(String place, Stream<Row> stream) {
    this.place = place;
    this.stream = stream;
    this.rows = stream.iterator();
  }

  @Override
  public boolean hasNext() {
    try {
      return rows.hasNext();
    } catch (RenxingException e) {
      throw e;
    } catch (RuntimeException e) {
      // what the library throws for cells that it does not know has no type of its own
      throw Refusal.of(
          place,
          "cannot be read: "
              + Excerpt.line(e.getMessage() + "")
              + "; save the workbook again as plain .xlsx",
          e);
    }
  }

  @Override
  public TextRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = rows.next();
    List<String> cells = new ArrayList<>();
    for (Cell cell : row) {
      if (cell != null) {
        String text = text(cell);
        if (!text.isEmpty()) {
          while (cells.size() < cell.getColumnIndex()) {
            cells.add("");
          }
          cells.add(text);
        }
      }
    }
    return new TextRow(row.getRowNum(), cells, "");
  }

  private static String text(Cell cell) {
    String raw = Optional.ofNullable(cell.getRawValue()).orElse("");
    return switch (cell.getType()) {
      case EMPTY -> "";
      case NUMBER -> number(raw, cell);
      case FORMULA -> formula(raw, cell);
      case STRING -> Blanks.strip(Optional.ofNullable(cell.asString()).orElse(""));
      case BOOLEAN -> raw.equals("1") ? "TRUE" : raw.equals("0") ? "FALSE" : raw;
      case ERROR -> raw;
    };
  }

  private static String formula(String raw, Cell cell) {
    Object value = cell.getValue();
    if (value instanceof BigDecimal) {
      return number(raw, cell);
    }
    String text = value == null ? raw : value.toString();
    return text.isEmpty() && cell.getFormula() != null
        ? "=" + cell.getFormula()
        : Blanks.strip(text);
  }

  /** The number with no exponent and no needless zeros, where it is of an ordinary size. */
  private static String number(String raw, Cell cell) {
    BigDecimal value;
    try {
      value = new BigDecimal(raw);
    } catch (NumberFormatException e) {
      return raw;
    }
    if (DateFormat.isIn(cell)) {
      return date(value, cell);
    }
    boolean isShare = isPercentage(cell);
    BigDecimal shown = isShare ? value.movePointRight(2) : value;
    BigDecimal plain = shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros();
    boolean isOrdinary =
        Math.abs(plain.scale()) <= 2 * WIDEST_PLAIN
            && plain.precision() - plain.scale() <= WIDEST_PLAIN;
    boolean isAsWritten =
        !isShare && !raw.contains("E") && !raw.contains("e") && !raw.endsWith("0");
    return (isAsWritten ? raw : isOrdinary ? plain.toPlainString() : shown.toString())
        + (isShare ? "%" : "");
  }

  /** The day, the time, or both; the number as it is where no calendar has such a day. */
  private static String date(BigDecimal value, Cell cell) {
    if (value.signum() < 0 || value.compareTo(LAST_DAY) > 0) {
      return value.toPlainString();
    }
    LocalDateTime at = cell.asDate();
    boolean isTime = value.compareTo(BigDecimal.ONE) < 0;
    boolean isDay = at.toLocalTime().equals(LocalTime.MIDNIGHT);
    return isTime
        ? at.toLocalTime().toString()
        : isDay ? at.toLocalDate().toString() : at.toString();
  }

  private static boolean isPercentage(Cell cell) {
    String format = cell.getDataFormatString();
    Integer id = cell.getDataFormatId();
    return format != null
        ? DateFormat.withoutTexts(format).contains("%")
        : id != null && (id == 9 || id == 10);
  }

  @Override
  public void close() {
    stream.close();
  }
}
