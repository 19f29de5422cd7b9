package org.renxing.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.renxing.cell.Blanks;
import org.renxing.model.FileForm;
import org.renxing.name.HeaderText;

/**
 * The rows at the top of a table.
 *
 * @param titles rows above the head
 * @param labels by column; texts of several rows one above the other are joined
 * @param units by column, from the row of units; as long as the labels
 * @param dataFrom the first line below
 */
record HeaderRows(List<TextRow> titles, List<String> labels, List<String> units, long dataFrom) {
  private static final int MOST_TITLES = 50;

  /**
   * Finds them.
   *
   * @param most columns at most
   * @param wanted the column whose row is the head's first where the form does not say the line;
   *     empty for the first row
   */
  static HeaderRows find(
      String place, TextRows rows, FileForm form, Marks marks, int most, Optional<String> wanted) {
    List<TextRow> titles = new ArrayList<>();
    while (rows.hasNext()) {
      TextRow row = rows.next().cut(most + 1);
      if (isHead(row, form, marks, wanted)) {
        return read(place, row, titles, rows, form, marks, most);
      }
      titles.add(row);
      if (titles.size() > MOST_TITLES && form.head().row().isEmpty()) {
        break;
      }
    }
    String what =
        wanted
            .filter(w -> form.head().row().isEmpty())
            .map(w -> "none of its first " + MOST_TITLES + " rows holds the column '" + w + "'")
            .orElseGet(
                () -> form.head().row().map(r -> "it has no line " + r).orElse("it has no rows"));
    throw Refusal.of(place, what + "; correct the file, or the source's unit-column or head.row");
  }

  /** The first rows of a table, none of them wider than shows that it is too wide. */
  static List<TextRow> top(TextRows rows, int count, int mostColumns) {
    List<TextRow> out = new ArrayList<>();
    while (out.size() < count && rows.hasNext()) {
      out.add(rows.next().cut(mostColumns + 1));
    }
    return out;
  }

  private static void requireColumns(String place, int columns, int most) {
    if (columns > most) {
      throw Refusal.of(
          place,
          "its head has "
              + columns
              + " columns, more than "
              + most
              + "; if units stand in columns, put them in rows; otherwise split the file, or raise"
              + " intake.max-columns");
    }
  }

  private static boolean isHead(TextRow row, FileForm form, Marks marks, Optional<String> wanted) {
    if (form.head().row().isPresent()) {
      return row.number() >= form.head().row().get();
    }
    return wanted.isEmpty() || holds(row, marks, wanted.get());
  }

  /** Whether a row holds the name of a column, whatever its blanks, widths of letters and marks. */
  static boolean holds(TextRow row, Marks marks, String column) {
    String wanted = HeaderText.key(marks.strip(column));
    return row.cells().stream().map(c -> HeaderText.key(marks.strip(c))).anyMatch(wanted::equals);
  }

  private static HeaderRows read(
      String place,
      TextRow first,
      List<TextRow> titles,
      TextRows rows,
      FileForm form,
      Marks marks,
      int most) {
    FileForm.Head head = form.head();
    List<List<String>> levels = new ArrayList<>();
    requireColumns(place, first.width(), most);
    levels.add(texts(first, marks));
    long unitsAt = first.number() + head.rows();
    List<String> units = List.of();
    long last = unitsAt + (head.hasUnits() ? 0 : -1);
    for (TextRow row = first; row.number() < last && rows.hasNext(); ) {
      row = rows.next().cut(most + 1);
      requireColumns(place, row.width(), most);
      if (row.number() < unitsAt) {
        levels.add(texts(row, marks));
      } else if (row.number() == unitsAt && head.hasUnits()) {
        units = texts(row, marks);
      }
    }
    List<String> labels = joined(levels, head.separator());
    List<String> all = new ArrayList<>(units);
    while (all.size() < labels.size()) {
      all.add("");
    }
    return new HeaderRows(titles, labels, List.copyOf(all), last + 1);
  }

  private static List<String> texts(TextRow row, Marks marks) {
    return row.cells().stream()
        .map(c -> marks.strip(Blanks.strip(c.replaceAll("\\s*[\\r\\n]+\\s*", ""))))
        .toList();
  }

  /**
   * Texts of each column from top to bottom. A merged head stands over its first column only: the
   * blank cells to its right belong to it as far as they, as it, have a text below.
   */
  static List<String> joined(List<List<String>> levels, String separator) {
    int width = levels.stream().mapToInt(List::size).max().orElse(0);
    String[][] text = new String[levels.size()][width];
    for (int level = 0; level < levels.size(); level++) {
      for (int c = 0; c < width; c++) {
        String own = c < levels.get(level).size() ? levels.get(level).get(c) : "";
        boolean isUnderLeft =
            own.isEmpty()
                && c > 0
                && isBelow(levels, level, c)
                && isBelow(levels, level, c - 1)
                && hasSameAbove(text, level, c);
        text[level][c] = isUnderLeft ? text[level][c - 1] : own;
      }
    }
    List<String> out = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      List<String> parts = new ArrayList<>();
      for (String[] level : text) {
        boolean isRepeated = !parts.isEmpty() && parts.get(parts.size() - 1).equals(level[c]);
        if (!level[c].isEmpty() && !isRepeated) {
          parts.add(level[c]);
        }
      }
      out.add(String.join(separator, parts));
    }
    return out;
  }

  private static boolean isBelow(List<List<String>> levels, int level, int c) {
    return levels.subList(level + 1, levels.size()).stream()
        .anyMatch(l -> c < l.size() && !l.get(c).isEmpty());
  }

  private static boolean hasSameAbove(String[][] text, int level, int c) {
    for (int l = 0; l < level; l++) {
      if (!text[l][c].equals(text[l][c - 1])) {
        return false;
      }
    }
    return true;
  }
}
