package org.renxing.intake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.renxing.cell.Blanks;
import org.renxing.model.Excerpt;
import org.renxing.model.SourceSpec;

/**
 * The rows below a head: cells by label, marks set apart, blank rows left out; a note has one cell,
 * {@link FileRow#NOTE}.
 */
final class TableRows implements FileRows {
  private static final int MOST_EXTRA = 64;

  private final TextRows rows;
  private final TableLayout layout;
  private final String yearColumn;
  private final Marks marks;
  private final Pattern footnote;
  private final boolean isRagged;
  private final Map<String, String> above = new HashMap<>();
  private final int fieldChars;
  private Optional<TextRow> next = Optional.empty();

  TableRows(String file, TextRows rows, TableLayout layout, RowForm form) {
    this.rows = rows;
    this.layout = layout;
    this.yearColumn = form.yearColumn();
    this.marks = new Marks(form.marks());
    this.footnote = Pattern.compile(form.footnote());
    this.fieldChars = form.limits().fieldChars();
    this.isRagged = form.format() == SourceSpec.Format.XLSX;
    for (String label : form.fillDown()) {
      if (!layout.labels().contains(label)) {
        throw Refusal.of(
            file,
            "has no column '"
                + label
                + "' to fill down; it has "
                + Excerpt.list(layout.labels())
                + "; correct fill-down");
      }
      above.put(label, "");
    }
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && rows.hasNext()) {
      next = Optional.of(rows.next()).filter(this::isData);
    }
    return next.isPresent();
  }

  private boolean isData(TextRow row) {
    return row.number() >= layout.dataFrom() && (!row.defect().isEmpty() || !row.isBlank());
  }

  private boolean isNote(TextRow row) {
    return row.defect().isEmpty()
        && row.isFilledOnce()
        && row.cells().stream()
            .filter(c -> !Blanks.areAll(c))
            .allMatch(c -> footnote.matcher(Blanks.strip(c)).lookingAt());
  }

  @Override
  public FileRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    TextRow row = next.orElseThrow();
    next = Optional.empty();
    if (isNote(row)) {
      String text = String.join("", row.cells()).strip();
      return new FileRow(row.number(), Map.of(FileRow.NOTE, cut(text)), Optional.empty());
    }
    Map<String, String> cells = new LinkedHashMap<>();
    int width = layout.labels().size();
    boolean isSound = row.defect().isEmpty();
    for (int i = 0; i < Math.max(width, Math.min(row.cells().size(), width + MOST_EXTRA)); i++) {
      String label = i < width ? layout.labels().get(i) : "column " + (i + 1);
      if (i < row.cells().size()) {
        put(cells, label, cut(row.cells().get(i)), isSound);
      } else {
        cells.put(label, isRagged ? "" : null);
      }
    }
    if (row.cells().size() > width + MOST_EXTRA) {
      int end = (int) Math.min(row.cells().size(), width + MOST_EXTRA + (long) fieldChars);
      List<String> rest = row.cells().subList(width + MOST_EXTRA, end);
      cells.put("further columns", cut(String.join("\u001F", rest)));
    }
    Optional<String> defect = defect(row, width);
    // what a malformed row would have had the cells below it hold is not known
    above.replaceAll((label, last) -> defect.isPresent() ? "" : filled(cells, label, last));
    if (!layout.year().isEmpty()) {
      cells.put(yearColumn, layout.year());
    }
    return new FileRow(row.number(), cells, defect);
  }

  /** Fills an empty cell with what the last filled one above it holds, and returns that. */
  private static String filled(Map<String, String> cells, String label, String last) {
    String own = Optional.ofNullable(cells.get(label)).orElse("");
    if (!Blanks.areAll(own)) {
      return own;
    }
    if (!last.isEmpty()) {
      cells.put(label, last);
    }
    return last;
  }

  /** No more of a text than a field may have; a longer one makes its row malformed. */
  private String cut(String text) {
    return text.length() > fieldChars ? text.substring(0, fieldChars) + "…" : text;
  }

  private void put(Map<String, String> cells, String label, String text, boolean isSound) {
    int from = isSound ? marks.from(text) : text.length();
    if (from < text.length()) {
      cells.put(label, text.substring(0, from).stripTrailing());
      cells.put(label + FileRow.MARK, text.substring(from).strip());
    } else {
      cells.put(label, text);
    }
  }

  private Optional<String> defect(TextRow row, int width) {
    boolean isWrongWidth = isRagged ? row.cells().size() > width : row.cells().size() != width;
    String count = "has " + row.cells().size() + " fields where the head has " + width;
    if (row.defect().isEmpty()) {
      return isWrongWidth ? Optional.of(count) : Optional.empty();
    }
    return Optional.of(isWrongWidth ? count + "; " + row.defect() : row.defect());
  }

  @Override
  public void close() {
    rows.close();
  }
}
