package org.renxing.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.renxing.model.FileForm;
import org.renxing.name.HeadText;
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
public record HeadGuess(
    FileForm form, List<String> titles, List<String> labels, List<String> units, long dataFrom) {
  private static final int MOST_ROWS = 60;
  private static final int MOST_HEADS = 4;

  public HeadGuess {
    titles = List.copyOf(titles);
    labels = List.copyOf(labels);
    units = List.copyOf(units);
  }

  /**
   * Guesses: the first row with two numbers or more is data; the rows right above it that hold two
   * texts or more are the head, the last of them a row of units if most of its texts are units.
   */
  public static HeadGuess of(String place, TextRows rows, FileForm plain, MeasureNames measures) {
    List<TextRow> top = new ArrayList<>();
    while (top.size() < MOST_ROWS && rows.hasNext()) {
      top.add(rows.next());
    }
    if (top.isEmpty()) {
      throw Refusal.of(place, "it has no rows");
    }
    int data = 1;
    while (data < top.size() && numbers(top.get(data)) < 2) {
      data++;
    }
    data = data == top.size() ? 1 : data;
    int first = data;
    while (first > 0 && data - first < MOST_HEADS && top.get(first - 1).filled() > 1) {
      first--;
    }
    first = first == data ? data - 1 : first;
    boolean hasUnits = data - first > 1 && isUnits(top.get(data - 1), measures);
    int last = (int) top.get(data - 1).number();
    int line = (int) top.get(first).number();
    FileForm.Head head =
        new FileForm.Head(
            Optional.of(line),
            last - line + (hasUnits ? 0 : 1),
            plain.head().separator(),
            hasUnits);
    FileForm form =
        new FileForm(
            plain.encoding(),
            head,
            plain.sheets(),
            plain.yearFrom(),
            plain.footnote(),
            plain.marks());
    HeadRows read =
        HeadRows.find(place, replayed(top), form, new Marks(form.marks()), Optional.empty());
    List<String> titles = read.titles().stream().flatMap(r -> r.cells().stream()).toList();
    return new HeadGuess(form, titles, unique(read.labels()), read.units(), read.dataFrom());
  }

  /** The layout by which the rows below can be read. */
  public TableLayout layout(String table, String charset) {
    return new TableLayout(table, charset, labels, dataFrom, "");
  }

  private static long numbers(TextRow row) {
    return row.cells().stream().filter(c -> c.strip().matches("[+-]?[\\d,]*\\.?\\d+%?")).count();
  }

  private static boolean isUnits(TextRow row, MeasureNames measures) {
    long units =
        row.cells().stream()
            .filter(c -> !c.isBlank() && measures.find(HeadText.unit(c)).isPresent())
            .count();
    return units > 0 && 2 * units >= row.filled();
  }

  private static List<String> unique(List<String> labels) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i).isBlank() ? "column " + (i + 1) : labels.get(i);
      out.add(out.contains(label) ? label + " #" + (i + 1) : label);
    }
    return out;
  }

  private static TextRows replayed(List<TextRow> rows) {
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
