package org.renxing.intake;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.renxing.model.Excerpt;
import org.renxing.model.IntakeLimits;
import org.renxing.model.SourceSpec;
import org.renxing.name.MeasureNames;

/** Finds the tables of a file and holds their heads against the contract; reads no further. */
public final class LayoutFinder {
  private static final int MOST_OBJECTS = 1000;
  private static final Pattern GENERAL_UNIT =
      Pattern.compile("(?i)(?:单位|unit)\\s*[:：]\\s*([^\\s()（）、,，;；]+)");

  private final SourceSpec source;
  private final IntakeLimits limits;
  private final Labels labels;
  private final Marks marks;

  public LayoutFinder(SourceSpec source, MeasureNames measures, IntakeLimits limits) {
    this.source = source;
    this.limits = limits;
    this.labels = new Labels(source, measures);
    this.marks = new Marks(source.form().marks());
  }

  /**
   * The tables of a file, one or more.
   *
   * @throws org.renxing.model.RenxingException SOURCE_CONTRACT where the file is not as declared or
   *     is beyond the limits
   */
  public List<TableLayout> find(SourceBytes file) {
    if (source.format() == SourceSpec.Format.XLSX) {
      return sheets(file);
    }
    FileKind kind = FileKind.of(file);
    if (kind != FileKind.TEXT) {
      throw Refusal.of(
          place(file, ""),
          kind == FileKind.PARQUET
              ? "is Parquet; set the source's format to parquet"
              : "is a workbook; set the source's format to xlsx");
    }
    Charset charset = Tables.charset(file, source.form().encoding(), limits);
    if (source.format() == SourceSpec.Format.JSON_LINES
        || source.format() == SourceSpec.Format.GEOJSON) {
      return List.of(objects(file, charset));
    }
    char delimiter = source.delimiter().charAt(0);
    try (TextRows rows = DelimitedRows.open(file, charset, delimiter, limits)) {
      Optional<String> wanted =
          source.form().yearFrom().isPresent() || source.form().head().rows() > 1
              ? Optional.of(source.unitColumn())
              : Optional.empty();
      return List.of(table(file, "", charset.name(), rows, wanted));
    }
  }

  /**
   * Refuses a table of typed columns that lacks some of the contract.
   *
   * @throws org.renxing.model.RenxingException SOURCE_CONTRACT with those that it has
   */
  public void require(String file, List<String> heads) {
    labels.require("source " + source.id() + ", file " + file, heads);
  }

  private List<TableLayout> sheets(SourceBytes file) {
    if (!file.name().matches("(?i).*\\.xls[xm]")) {
      throw Refusal.of(place(file, ""), "a workbook's name must end in .xlsx or .xlsm; rename it");
    }
    Pattern wanted = Pattern.compile(source.form().sheets());
    List<TableLayout> out = new ArrayList<>();
    try (Workbook book = Workbook.open(file, Optional.of(limits))) {
      for (String sheet : book.sheets()) {
        if (wanted.matcher(sheet).matches()) {
          try (TextRows rows = book.rows(sheet)) {
            Optional<String> column = Optional.of(source.unitColumn());
            out.add(table(file, sheet, "UTF-8", rows, column));
          }
        }
      }
      if (out.isEmpty()) {
        throw Refusal.of(
            place(file, ""),
            "no sheet has a name like '"
                + source.form().sheets()
                + "'; it has "
                + Excerpt.list(book.sheets())
                + "; correct sources."
                + source.id()
                + ".sheets");
      }
    }
    return out;
  }

  private TableLayout table(
      SourceBytes file, String sheet, String charset, TextRows rows, Optional<String> wanted) {
    String place = place(file, sheet);
    HeaderRows head = HeaderRows.find(place, rows, source.form(), marks, limits.columns(), wanted);
    List<String> titles = head.titles().stream().flatMap(r -> r.cells().stream()).toList();
    Optional<String> general =
        titles.stream()
            .map(GENERAL_UNIT::matcher)
            .filter(Matcher::find)
            .map(m -> m.group(1))
            .findFirst();
    String year = year(file, sheet, titles);
    List<String> names = labels.of(place, head.labels(), head.units(), general);
    return new TableLayout(sheet, charset, names, head.dataFrom(), year);
  }

  /** The year that the sheet's name, the rows above the head or the file's name give. */
  private String year(SourceBytes file, String sheet, List<String> titles) {
    if (source.form().yearFrom().isEmpty()) {
      return source.form().atYear().map(String::valueOf).orElse("");
    }
    String regex = source.form().yearFrom().get();
    return Stream.of(Stream.of(sheet), titles.stream(), Stream.of(file.name()))
        .flatMap(texts -> texts)
        .flatMap(text -> source.form().yearIn(text).stream())
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                    place(file, sheet),
                    "neither the sheet's name nor the rows above the head nor the file's name give"
                        + " a year as '"
                        + regex
                        + "' asks; correct sources."
                        + source.id()
                        + ".year-from"));
  }

  /** Keys of objects may be left out, so those of the first ones together are the heads. */
  private TableLayout objects(SourceBytes file, Charset charset) {
    Set<String> keys = new LinkedHashSet<>();
    try (FileRows rows = Tables.objects(file, source.format(), charset, marks, limits)) {
      if (source.format() == SourceSpec.Format.GEOJSON && !rows.hasNext()) {
        return new TableLayout("", charset.name(), List.of(), 1, ""); // nothing lacks a column
      }
      for (int i = 0; i < MOST_OBJECTS && rows.hasNext(); i++) {
        FileRow row = rows.next();
        if (row.defect().isEmpty()) {
          row.cells().keySet().stream().filter(k -> !k.endsWith(FileRow.MARK)).forEach(keys::add);
        }
      }
    }
    List<String> heads = List.copyOf(keys);
    String place = place(file, "");
    List<String> found = labels.of(place, heads, List.of(), Optional.empty());
    if (!found.equals(heads)) {
      throw Refusal.of(
          place,
          "its keys must be written as in sources."
              + source.id()
              + ".columns, with the unit of each column there");
    }
    return new TableLayout("", charset.name(), heads, 1, "");
  }

  private String place(SourceBytes file, String sheet) {
    return "source "
        + source.id()
        + ", file "
        + file.name()
        + (sheet.isEmpty() ? "" : ", sheet " + Excerpt.cell(sheet));
  }
}
