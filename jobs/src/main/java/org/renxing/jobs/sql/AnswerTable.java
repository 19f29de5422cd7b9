package org.renxing.jobs.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.util.Utils;
import org.renxing.jobs.console.SparkText;

/**
 * An answer as a table for people, in the form of {@code Dataset.show}. What is wider than the
 * terminal is cut, and says so; what would be cut to nothing is shown as one block of lines a row.
 */
final class AnswerTable {
  /** Rows shown at most. */
  static final int SHOWN = 1000;

  /** A cell is not cut to less: shorter ones would not tell rows apart. */
  private static final int NARROWEST = 8;

  /** What EXPLAIN answers: a drawing. */
  private static final List<String> PLAN = List.of("explain_key", "explain_value");

  private AnswerTable() {}

  /**
   * The text of an answer.
   *
   * @param columns of the terminal
   */
  static String text(Answer answer, int columns) {
    if (answer.columns().equals(PLAN)) {
      StringBuilder plan = new StringBuilder();
      answer.rows().forEachRemaining(row -> plan.append(row.get(1)));
      return plan.toString();
    }
    List<List<String>> rows = new ArrayList<>();
    boolean[] isText = new boolean[answer.columns().size()];
    while (rows.size() < SHOWN && answer.rows().hasNext()) {
      List<Object> row = answer.rows().next();
      for (int i = 0; i < isText.length; i++) {
        isText[i] |= row.get(i) != null && !(row.get(i) instanceof Number);
      }
      rows.add(row.stream().map(AnswerForm::shown).toList());
    }
    StringBuilder out = new StringBuilder();
    int most = widest(answer.columns(), rows, columns);
    if (most < NARROWEST) {
      blocks(answer.columns(), rows, columns, out);
    } else {
      List<String> heads = answer.columns().stream().map(head -> cut(head, most)).toList();
      List<List<String>> cells =
          rows.stream().map(row -> row.stream().map(cell -> cut(cell, most)).toList()).toList();
      out.append(table(heads, cells, isText));
      if (!heads.equals(answer.columns()) || !cells.equals(rows)) {
        out.append("… is cut to fit the terminal; --format csv or json has all of it\n");
      }
    }
    if (answer.rows().hasNext()) {
      out.append("only the first " + SHOWN + " rows; --format csv or json has all\n");
    }
    return out.toString();
  }

  /** The table of {@code Dataset.show}, but with texts to the left. */
  private static String table(List<String> heads, List<List<String>> rows, boolean[] isText) {
    int[] widths = widths(heads, rows);
    return SparkText.table(
        toTheLeft(heads, widths, isText),
        rows.stream().map(row -> toTheLeft(row, widths, isText)).toList(),
        Integer.MAX_VALUE);
  }

  private static List<String> toTheLeft(List<String> cells, int[] widths, boolean[] isText) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      out.add(isText[i] ? cell + " ".repeat(widths[i] - width(cell)) : cell);
    }
    return out;
  }

  private static int[] widths(List<String> heads, List<List<String>> rows) {
    int[] widths = heads.stream().mapToInt(AnswerTable::width).toArray();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    return widths;
  }

  /** To what width cells must be cut for the table to fit. */
  private static int widest(List<String> heads, List<List<String>> rows, int columns) {
    int[] widths = widths(heads, rows);
    int room = columns - widths.length - 1;
    int most = Arrays.stream(widths).max().orElse(0);
    if (Arrays.stream(widths).asLongStream().sum() <= room) {
      return Math.max(most, NARROWEST);
    }
    while (most >= NARROWEST && sum(widths, most) > room) {
      most--;
    }
    return most;
  }

  private static long sum(int[] widths, int most) {
    return Arrays.stream(widths).asLongStream().map(width -> Math.min(width, most)).sum();
  }

  private static void blocks(
      List<String> heads, List<List<String>> rows, int columns, StringBuilder out) {
    int name = heads.stream().mapToInt(AnswerTable::width).max().orElse(0);
    boolean isCut = false;
    for (int r = 0; r < rows.size(); r++) {
      out.append("-- row ").append(r + 1).append(" --\n");
      for (int i = 0; i < heads.size(); i++) {
        String cell = plain(rows.get(r).get(i));
        String shown = cut(cell, Math.max(NARROWEST, columns - name - 2));
        isCut |= !shown.equals(cell);
        out.append(" ".repeat(name - width(heads.get(i)))).append(heads.get(i));
        out.append("  ").append(shown).append('\n');
      }
    }
    if (isCut) {
      out.append("… is cut to fit the terminal; --format csv or json has all of it\n");
    }
  }

  private static String plain(String text) {
    return text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
  }

  private static int width(String text) {
    return Utils.stringHalfWidth(plain(text));
  }

  /** The beginning of a text that fits into so many columns. */
  private static String cut(String text, int most) {
    if (width(text) <= most) {
      return text;
    }
    String plain = plain(text);
    int end = plain.length();
    while (Utils.stringHalfWidth(plain.substring(0, end)) > most - 1) {
      end = plain.offsetByCodePoints(end, -1);
    }
    return plain.substring(0, end) + "…";
  }
}
