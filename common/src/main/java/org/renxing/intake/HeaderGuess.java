package org.renxing.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.renxing.cell.Blanks;
import org.renxing.cell.DecimalMark;
import org.renxing.cell.MissingMarks;
import org.renxing.cell.YearText;
import org.renxing.model.FileForm;
import org.renxing.name.HeaderText;
import org.renxing.name.MeasureNames;

/**
 * What the top of a table that no one has described looks like.
 *
 * @param form the form as it may be declared, with the line of the head
 * @param titles texts above the head
 * @param labels by column, each once
 * @param units by column, from the row of units; blank for none
 * @param dataFrom the first line below
 */
public record HeaderGuess(
    FileForm form, List<String> titles, List<String> labels, List<String> units, long dataFrom) {
  private static final int MOST_ROWS = 60;
  private static final int MOST_HEADS = 4;

  public HeaderGuess {
    titles = List.copyOf(titles);
    labels = List.copyOf(labels);
    units = List.copyOf(units);
  }

  /**
   * Guesses: the first row below another that holds two figures or more (one, where none holds two)
   * is data. Its columns of figures tell the rows above it apart: a head has texts there and no
   * figure; a row with figures, dashes or nothing there is data, or blank. Up to four rows of heads
   * may follow one another; the last is a row of units if most of its texts are units.
   */
  public static HeaderGuess of(
      String place, TextRows rows, FileForm plain, MeasureNames measures, int mostColumns) {
    List<TextRow> top = HeaderRows.top(rows, MOST_ROWS, mostColumns);
    if (top.stream().allMatch(TextRow::isBlank)) {
      throw Refusal.of(place, top.isEmpty() ? "it has no rows" : "it has no rows but blank ones");
    }
    int last = lastOfHead(top);
    int first = last;
    while (first > 0 && last - first < MOST_HEADS - 1 && top.get(first - 1).filled() > 1) {
      first--;
    }
    boolean hasUnits = last > first && isUnits(top.get(last), measures);
    int line = (int) top.get(first).number();
    int height = (int) top.get(last).number() - line + 1;
    FileForm.Head head =
        new FileForm.Head(
            Optional.of(line), height - (hasUnits ? 1 : 0), plain.head().separator(), hasUnits);
    FileForm form = plain.withHead(head);
    HeaderRows read =
        HeaderRows.find(
            place, replayed(top), form, new Marks(form.marks()), mostColumns, Optional.empty());
    List<String> titles = read.titles().stream().flatMap(r -> r.cells().stream()).toList();
    return new HeaderGuess(form, titles, unique(read.labels()), read.units(), read.dataFrom());
  }

  /** The place of the last row of the head. */
  private static int lastOfHead(List<TextRow> top) {
    int firstFilled = 0;
    while (top.get(firstFilled).isBlank()) {
      firstFilled++;
    }
    int data = firstWith(2, top, firstFilled + 1);
    if (data == top.size()) {
      data = firstWith(1, top, firstFilled + 1);
    }
    if (data == top.size()) {
      return firstFilled;
    }
    TextRow figures = top.get(data);
    for (int at = data - 1; at > firstFilled; at--) {
      if (isHead(top.get(at), figures)) {
        return at;
      }
    }
    return firstFilled;
  }

  /** The figures of a row, of which years count as one: several are the heads of columns. */
  private static long figures(TextRow row) {
    List<String> figures = row.cells().stream().filter(HeaderGuess::isFigure).toList();
    long years = figures.stream().filter(c -> YearText.year(c).isPresent()).count();
    return figures.size() - years + Math.min(1, years);
  }

  private static boolean areYears(TextRow row) {
    List<String> figures = row.cells().stream().filter(HeaderGuess::isFigure).toList();
    return figures.size() > 1 && figures.stream().allMatch(c -> YearText.year(c).isPresent());
  }

  private static int firstWith(int figures, List<TextRow> rows, int from) {
    int at = from;
    while (at < rows.size() && figures(rows.get(at)) < figures) {
      at++;
    }
    return at;
  }

  /** Whether a row has texts, and no figure, where a row of data has figures. */
  private static boolean isHead(TextRow row, TextRow data) {
    if (areYears(row)) {
      return true;
    }
    boolean hasText = false;
    for (int c = 0; c < data.cells().size(); c++) {
      String cell = row.cell(c);
      if (isFigure(data.cell(c)) && !MissingMarks.isLikely(cell)) {
        if (isFigure(cell)) {
          return false;
        }
        hasText = true;
      }
    }
    return hasText;
  }

  /** The layout by which the rows below can be read. */
  public TableLayout layout(String table, String charset) {
    return new TableLayout(table, charset, labels, dataFrom, "");
  }

  private static boolean isFigure(String cell) {
    return YearText.year(cell).isPresent()
        || !Double.isNaN(DecimalMark.POINT.value(cell))
        || !Double.isNaN(DecimalMark.COMMA.value(cell))
        || DecimalMark.POINT.percentage(cell).isPresent();
  }

  private static boolean isUnits(TextRow row, MeasureNames measures) {
    long units =
        row.cells().stream()
            .filter(c -> !Blanks.areAll(c) && measures.find(HeaderText.unit(c)).isPresent())
            .count();
    return units > 0 && 2 * units >= row.filled();
  }

  private static List<String> unique(List<String> labels) {
    Set<String> out = new LinkedHashSet<>();
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i).isBlank() ? "column " + (i + 1) : labels.get(i);
      out.add(out.contains(label) ? label + " #" + (i + 1) : label);
    }
    return List.copyOf(out);
  }

  /** Rows that were read already, as a stream. */
  static TextRows replayed(List<TextRow> rows) {
    var iterator = rows.iterator();
    return new TextRows() {
      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public TextRow next() {
        return iterator.next();
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }
}
