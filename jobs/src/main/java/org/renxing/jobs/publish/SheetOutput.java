package org.renxing.jobs.publish;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/**
 * A sheet of a workbook: a head that stays in view and filters, rows below it, columns as wide as
 * the head and the first rows ask for.
 *
 * <p>Numbers are numbers, times are times in UTC. A missing value and an empty text are no cell.
 * What a cell of Excel cannot hold is counted: NaN and infinities are left out, texts are cut to
 * 32,767 characters. Whole numbers beyond 2^53 are texts, so that no digit is lost.
 */
final class SheetOutput {
  private static final int MOST_CHARS = 32_767;
  private static final long MOST_WHOLE = 1L << 53;
  private static final int ROWS_HELD = 1_000;
  private static final String TIME_FORMAT = "yyyy-mm-dd hh:mm:ss";
  private static final int TIME_WIDTH = 19;

  /** What a cell in the general format shows of a number. */
  private static final int NUMBER_WIDTH = 11;

  private static final int NARROWEST = 6;
  private static final int WIDEST = 50;

  /** For the button that filters. */
  private static final int BUTTON_WIDTH = 3;

  private final Worksheet sheet;
  private final int headRows;
  private final int[] widths;
  private int rows;
  private long notFinite;
  private long cut;

  /**
   * A sheet that is empty.
   *
   * @param heads lines of the head, the last of which filters
   */
  SheetOutput(Worksheet sheet, List<List<String>> heads) {
    this.sheet = sheet;
    this.headRows = heads.size();
    this.widths = new int[heads.get(0).size()];
    for (List<String> head : heads) {
      for (int i = 0; i < head.size(); i++) {
        sheet.value(rows, i, head.get(i));
        widen(i, width(head.get(i)) + BUTTON_WIDTH);
      }
      rows++;
    }
    sheet.range(0, 0, headRows - 1, widths.length - 1).style().bold().set();
    sheet.freezePane(0, headRows); // lost after the first flush, as widths are
  }

  /** Adds a row. */
  void add(List<?> values) throws IOException {
    for (int i = 0; i < widths.length; i++) {
      put(i, values.get(i));
    }
    rows++;
    if ((rows - headRows) % ROWS_HELD == 0) {
      flush();
    }
  }

  /** How many rows there are below the head. */
  int rowCount() {
    return rows - headRows;
  }

  /** Writes what is left, and no more can be added. */
  void finish() throws IOException {
    sheet.setAutoFilter(headRows - 1, 0, rows - 1, widths.length - 1);
    flush();
    sheet.finish();
  }

  /** What the sheet does not hold as the rows did. */
  List<String> notes() {
    List<String> out = new ArrayList<>();
    if (notFinite > 0) {
      out.add("numbers that are not finite, left empty: " + notFinite);
    }
    if (cut > 0) {
      out.add("texts cut to 32,767 characters: " + cut);
    }
    return out;
  }

  private void flush() throws IOException {
    if (rows - headRows <= ROWS_HELD) {
      for (int i = 0; i < widths.length; i++) {
        sheet.width(i, Math.max(NARROWEST, Math.min(WIDEST, widths[i])));
      }
    }
    sheet.flush();
  }

  private void put(int column, Object value) {
    if (value == null) {
      return;
    } else if (value instanceof Double number && !Double.isFinite(number)) {
      notFinite++;
    } else if (value instanceof Long whole && (whole > MOST_WHOLE || whole < -MOST_WHOLE)) {
      putText(column, whole.toString());
    } else if (value instanceof Number number) {
      sheet.value(rows, column, number);
      widen(column, Math.min(NUMBER_WIDTH, value.toString().length()));
    } else if (value instanceof Boolean truth) {
      sheet.value(rows, column, truth);
    } else if (value instanceof Timestamp time) {
      sheet.value(rows, column, LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC));
      sheet.style(rows, column).format(TIME_FORMAT).set();
      widen(column, TIME_WIDTH);
    } else {
      putText(column, text(value));
    }
  }

  private static String text(Object value) {
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    return value instanceof String[] texts ? String.join(", ", texts) : value.toString();
  }

  private void putText(int column, String text) {
    String held = text;
    if (text.length() > MOST_CHARS) {
      int end = MOST_CHARS - 1;
      held = text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
      held += "…";
      cut++;
    }
    if (!held.isEmpty()) {
      sheet.value(rows, column, held);
      widen(column, width(held));
    }
  }

  private void widen(int column, int width) {
    if (rows - headRows < ROWS_HELD) {
      widths[column] = Math.max(widths[column], width);
    }
  }

  /** Characters of East Asia are as wide as two of others. */
  private static int width(String text) {
    return text.codePoints().limit(WIDEST).map(c -> c >= 0x1100 ? 2 : 1).sum() + 1;
  }
}
