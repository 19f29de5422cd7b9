package org.renxing.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.renxing.cell.Blanks;
import org.renxing.model.Excerpt;
import org.renxing.model.FileForm;
import org.renxing.model.IntakeLimits;
import org.renxing.model.SourceSpec.Format;
import org.renxing.name.HeaderText;
import org.renxing.name.Nearest;

/**
 * A table in memory, of a file that no contract describes: as the readers of sources read it, its
 * head found, notes and blank rows left out, cells without blanks at their ends. A malformed row is
 * refused.
 *
 * @param name of the file, as messages call it
 * @param columns names of the columns, each once; the cells of a row are as many
 * @param rows texts by row and column, empty for a cell that is not there
 * @param lines the line of the file, or row of the sheet, of each row
 * @param isTyped whether the file has numbers beside texts, as workbooks and JSON do
 * @param marks footnote marks that stood at the end of cells, by row and column
 * @param remarks what the user should know of the reading, in words
 */
public record FileTable(
    String name,
    List<String> columns,
    List<List<String>> rows,
    List<Long> lines,
    boolean isTyped,
    Map<Place, String> marks,
    List<String> remarks) {

  /** A cell, counted from 0. */
  public record Place(int row, int column) {}

  /**
   * What is said of a file that no contract describes.
   *
   * @param encoding name of a character set, or {@link FileForm#AUTO}
   * @param delimiter between cells; empty to find it
   * @param sheet of a workbook; empty for the first
   * @param wanted a column by which the head of a sheet is found; empty for none
   * @param fillDown columns whose empty cells hold what the cell above holds
   */
  public record Reading(
      String encoding,
      Optional<Character> delimiter,
      Optional<String> sheet,
      Optional<String> wanted,
      List<String> fillDown) {
    public Reading {
      fillDown = List.copyOf(fillDown);
    }
  }

  private static final int TOP = 50;

  /** Bytes that the cells of a table may take in memory. */
  private static final long MOST_BYTES = 512L << 20;

  private static final int BYTES_PER_TEXT = 48;

  public FileTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    lines = List.copyOf(lines);
    marks = Map.copyOf(marks);
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads a file.
   *
   * @throws org.renxing.model.RenxingException SOURCE_CONTRACT for one that is no table, has no
   *     rows or a malformed one, names a column twice, or is beyond the limits
   */
  public static FileTable read(SourceBytes file, Reading how, IntakeLimits limits) {
    return read(file, how, limits, false);
  }

  /**
   * The same.
   *
   * @param mayBeEmpty whether there may be a head and no rows
   */
  static FileTable read(SourceBytes file, Reading how, IntakeLimits limits, boolean mayBeEmpty) {
    FileTable out = opened(file, how, limits);
    if (!mayBeEmpty && out.lines().isEmpty()) {
      throw Refusal.of(file.name(), "has a head and no rows below it that hold anything");
    }
    return out;
  }

  /**
   * The place of a column. Blanks and widths of letters do not matter where only one column has the
   * name.
   */
  public OptionalInt find(String column) {
    String bare = Blanks.strip(column);
    int exact = columns.indexOf(bare);
    if (exact >= 0) {
      return OptionalInt.of(exact);
    }
    String key = HeaderText.key(bare);
    int[] alike =
        IntStream.range(0, columns.size())
            .filter(i -> !key.isEmpty() && HeaderText.key(columns.get(i)).equals(key))
            .toArray();
    return alike.length == 1 ? OptionalInt.of(alike[0]) : OptionalInt.empty();
  }

  /**
   * The columns that are nearest to a name that none has, as the end of a message; may be empty.
   */
  public String nearest(String column) {
    return Nearest.question(Nearest.to(column, columns, HeaderText::key, 2))
        .map(question -> "; " + question)
        .orElse("");
  }

  /** A cell as text, with the footnote mark at its end if it has one. */
  public String text(int row, int column) {
    String mark = marks.isEmpty() ? "" : marks.getOrDefault(new Place(row, column), "");
    return rows.get(row).get(column) + mark;
  }

  /** Names a row: its number below the head and, where that does not follow from it, its line. */
  public String place(int row) {
    return name + place(row, lines.get(row));
  }

  private static String place(int row, long line) {
    return " row " + (row + 1) + (line == row + 2 ? "" : " (line " + line + ")");
  }

  private static FileTable opened(SourceBytes file, Reading how, IntakeLimits limits) {
    if (FileKind.require(file) == FileKind.WORKBOOK) {
      return sheet(file, how, limits);
    }
    DecodedText text = DecodedText.of(file, how.encoding(), how.delimiter(), limits);
    Reader reader = new Reader(file.name(), List.of());
    if (text.isJson()) {
      TableLayout layout = new TableLayout("", text.charset().name(), List.of(), 1, "");
      return reader.of(file, layout, RowForm.plain(Format.JSON_LINES, ',', how.fillDown(), limits));
    }
    try (TextRows rows = text.rows(file, limits)) {
      TableLayout layout = layout(file.name(), "", text.charset().name(), rows, how, limits);
      return reader.of(
          file, layout, RowForm.plain(Format.CSV, text.delimiter(), how.fillDown(), limits));
    }
  }

  private static FileTable sheet(SourceBytes file, Reading how, IntakeLimits limits) {
    try (Workbook book = Workbook.open(file, Optional.of(limits))) {
      List<String> sheets = book.sheets();
      String sheet = how.sheet().orElse(sheets.isEmpty() ? "" : sheets.get(0));
      if (!sheets.contains(sheet)) {
        throw Refusal.of(
            file.name(),
            "has no sheet '" + Excerpt.cell(sheet) + "'; it has " + Excerpt.list(sheets));
      }
      List<String> remarks =
          how.sheet().isPresent() || sheets.size() == 1
              ? List.of()
              : List.of(
                  "Read the sheet "
                      + Excerpt.cell(sheet)
                      + "; the workbook has also "
                      + Excerpt.list(sheets.subList(1, sheets.size())));
      try (TextRows rows = book.rows(sheet)) {
        String place = file.name() + " sheet " + sheet;
        TableLayout layout = layout(place, sheet, "UTF-8", rows, how, limits);
        return new Reader(file.name(), remarks)
            .of(file, layout, RowForm.plain(Format.XLSX, ',', how.fillDown(), limits));
      }
    }
  }

  /** The head is the first row that holds the wanted column, else the first that is not blank. */
  private static TableLayout layout(
      String place, String sheet, String charset, TextRows rows, Reading how, IntakeLimits limits) {
    FileForm plain = FileForm.plain();
    Marks marks = new Marks(plain.marks());
    List<TextRow> top = HeaderRows.top(rows, TOP, limits.columns());
    TextRow head =
        top.stream()
            .filter(row -> how.wanted().filter(w -> HeaderRows.holds(row, marks, w)).isPresent())
            .findFirst()
            .or(() -> top.stream().filter(row -> !row.isBlank()).findFirst())
            .orElseThrow(() -> Refusal.of(place, "is empty; a head and rows are needed"));
    if (!head.defect().isEmpty()) {
      throw Refusal.of(place, "its head in line " + head.number() + " " + head.defect());
    }
    FileForm.Head at =
        new FileForm.Head(Optional.of((int) head.number()), 1, plain.head().separator(), false);
    HeaderRows found =
        HeaderRows.find(
            place,
            HeaderGuess.replayed(top),
            plain.withHead(at),
            marks,
            limits.columns(),
            Optional.empty());
    return new TableLayout(sheet, charset, named(place, found.labels()), found.dataFrom(), "");
  }

  /** Columns without a name are called by their place; a name that stands twice is refused. */
  private static List<String> named(String place, List<String> labels) {
    Set<String> out = new LinkedHashSet<>();
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i);
      if (!out.add(label.isEmpty() ? "column " + (i + 1) : label)) {
        throw Refusal.of(place, "the head names column '" + Excerpt.cell(label) + "' twice");
      }
    }
    if (labels.stream().allMatch(String::isEmpty)) {
      throw Refusal.of(place, "its head is blank; a row of names is needed above the figures");
    }
    return List.copyOf(out);
  }

  /** Reads the rows below a head. */
  private static final class Reader {
    private final String name;
    private final List<String> remarks;
    private final List<Map<String, String>> objects = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final Map<Place, String> marks = new HashMap<>();
    private List<String> columns = List.of();
    private int notes;
    private long bytes;

    Reader(String name, List<String> remarks) {
      this.name = name;
      this.remarks = new ArrayList<>(remarks);
    }

    FileTable of(SourceBytes file, TableLayout layout, RowForm form) {
      columns = layout.labels();
      try (FileRows given = Tables.rows(file, layout, form)) {
        given.forEachRemaining(this::add);
      }
      if (columns.isEmpty()) {
        columns = keys();
        objects.forEach(this::put);
      }
      if (notes > 0) {
        remarks.add(
            "Left out as notes below the table: " + notes + (notes == 1 ? " row" : " rows"));
      }
      boolean isTyped = form.format() != Format.CSV;
      return new FileTable(name, columns, rows, lines, isTyped, marks, remarks);
    }

    private void add(FileRow row) {
      if (row.defect().isPresent()) {
        String place = place(lines.size(), row.number()).strip();
        throw Refusal.of(name, place + ": " + row.defect().orElseThrow());
      }
      if (row.isNote()) {
        notes++;
        return;
      }
      row.cells().values().forEach(this::count);
      lines.add(row.number());
      if (columns.isEmpty()) {
        objects.add(row.cells());
      } else {
        put(row.cells());
      }
    }

    private void count(String text) {
      boolean isEmpty = text == null || text.isEmpty();
      bytes += Long.BYTES + (isEmpty ? 0 : BYTES_PER_TEXT + (long) Character.BYTES * text.length());
      if (bytes > MOST_BYTES) {
        throw Refusal.of(
            name,
            "its cells take more than "
                + (MOST_BYTES >> 20)
                + " MiB in memory, where a table that no source describes is held; split it, or"
                + " take it in as a source");
      }
    }

    /** The next row, its cells by column. */
    private void put(Map<String, String> cells) {
      String[] out = new String[columns.size()];
      for (int c = 0; c < out.length; c++) {
        String text = cells.get(columns.get(c));
        out[c] = text == null ? "" : Blanks.strip(text);
        String mark = cells.get(columns.get(c) + FileRow.MARK);
        if (mark != null) {
          marks.put(new Place(rows.size(), c), mark);
        }
      }
      rows.add(List.of(out));
    }

    /** The keys of objects, in the order in which they first come. */
    private List<String> keys() {
      Set<String> out = new LinkedHashSet<>();
      for (Map<String, String> object : objects) {
        object.keySet().stream().filter(k -> !k.endsWith(FileRow.MARK)).forEach(out::add);
      }
      return List.copyOf(out);
    }
  }
}
