package org.renxing.jobs.profile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.renxing.intake.DecodedText;
import org.renxing.intake.FileKind;
import org.renxing.intake.FileRow;
import org.renxing.intake.FileRows;
import org.renxing.intake.HeaderGuess;
import org.renxing.intake.RowForm;
import org.renxing.intake.SourceBytes;
import org.renxing.intake.TableLayout;
import org.renxing.intake.Tables;
import org.renxing.intake.TextRows;
import org.renxing.intake.Workbook;
import org.renxing.model.ErrorCode;
import org.renxing.model.Excerpt;
import org.renxing.model.FileForm;
import org.renxing.model.IntakeLimits;
import org.renxing.model.RenxingException;
import org.renxing.model.SourceSpec.Format;

/**
 * A file and what its bytes say of its form.
 *
 * @param heads by name of the sheet; one without a name for a file of one table, none for JSON
 *     lines
 * @param otherSheets sheets that are formed otherwise than the first one, or were not asked for
 */
public record FoundFile(
    Path path,
    Format format,
    String encoding,
    char delimiter,
    Map<String, HeaderGuess> heads,
    List<String> otherSheets,
    IntakeLimits limits) {

  /** Finds the form of a file; refuses one that is none, or Parquet. */
  public static FoundFile of(Path path, Optional<String> sheet, MetadataCatalog known) {
    if (!Files.isRegularFile(path)) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "profile "
              + path
              + (Files.exists(path) ? ": is no regular file" : ": there is no such file")
              + "; name a file of a source");
    }
    IntakeLimits limits = known.settings().intake();
    SourceBytes bytes = SourceBytes.of(path.toString(), path);
    if (FileKind.of(bytes) == FileKind.PARQUET) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "profile "
              + path
              + ": is Parquet, which says itself what it holds; write its source with"
              + " format = parquet, or look with bin/renxing sql \"DESCRIBE parquet.`FILE`\"");
    }
    if (FileKind.require(bytes) == FileKind.WORKBOOK) {
      return workbook(path, bytes, sheet, known, limits);
    }
    if (sheet.isPresent()) {
      throw new RenxingException(
          ErrorCode.USAGE, "profile --sheet: " + path + " is no workbook; leave --sheet out");
    }
    DecodedText text = DecodedText.of(bytes, FileForm.AUTO, Optional.empty(), limits);
    if (text.isJson()) {
      boolean isGeo = path.toString().matches("(?i).*\\.geojson[^/]*");
      Format format = isGeo ? Format.GEOJSON : Format.JSON_LINES;
      return new FoundFile(path, format, text.charset().name(), ',', Map.of(), List.of(), limits);
    }
    try (TextRows rows = text.rows(bytes, limits)) {
      HeaderGuess head =
          HeaderGuess.of(
              path.toString(), rows, FileForm.plain(), known.measures(), limits.columns());
      return new FoundFile(
          path,
          Format.CSV,
          text.charset().name(),
          text.delimiter(),
          Map.of("", head),
          List.of(),
          limits);
    }
  }

  private static FoundFile workbook(
      Path path,
      SourceBytes bytes,
      Optional<String> sheet,
      MetadataCatalog known,
      IntakeLimits limits) {
    Map<String, HeaderGuess> heads = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    try (Workbook book = Workbook.open(bytes, Optional.of(limits))) {
      Pattern wanted = Pattern.compile(sheet.map(Pattern::quote).orElse(".*"));
      for (String name : book.sheets()) {
        if (!wanted.matcher(name).matches()) {
          others.add(name);
          continue;
        }
        try (TextRows rows = book.rows(name)) {
          String place = path + " sheet " + name;
          HeaderGuess head =
              HeaderGuess.of(place, rows, FileForm.plain(), known.measures(), limits.columns());
          boolean isAlike =
              heads.isEmpty() || heads.values().iterator().next().labels().equals(head.labels());
          if (isAlike) {
            heads.put(name, head);
          } else {
            others.add(name);
          }
        } catch (RenxingException e) {
          // an empty sheet, as workbooks often have at their end
          others.add(name);
        }
      }
      if (heads.isEmpty()) {
        throw new RenxingException(
            sheet.isPresent() ? ErrorCode.USAGE : ErrorCode.SOURCE_CONTRACT,
            "profile "
                + path
                + ": no table found"
                + sheet.map(s -> " in a sheet '" + s + "'").orElse("")
                + "; its sheets are "
                + Excerpt.list(book.sheets()));
      }
    }
    return new FoundFile(path, Format.XLSX, "", ',', heads, others, limits);
  }

  /** Sees every row, with the name of its sheet. */
  public void forEach(BiConsumer<String, FileRow> visit) {
    SourceBytes bytes = SourceBytes.of(path.toString(), path);
    RowForm form = RowForm.plain(format, delimiter, List.of(), limits);
    if (heads.isEmpty()) {
      each(bytes, new TableLayout("", encoding, List.of(), 1, ""), form, visit);
    } else {
      heads.forEach(
          (sheet, head) ->
              each(
                  bytes, head.layout(sheet, encoding.isEmpty() ? "UTF-8" : encoding), form, visit));
    }
  }

  /** Labels of its columns: those of the first table, or of the first object. */
  public List<String> labels() {
    List<String> out = new ArrayList<>(head().map(HeaderGuess::labels).orElse(List.of()));
    if (heads.isEmpty()) {
      Set<String> keys = new LinkedHashSet<>();
      forEach((sheet, row) -> keys.addAll(row.cells().keySet()));
      keys.stream().filter(key -> !key.endsWith(FileRow.MARK)).forEach(out::add);
    }
    return out;
  }

  private static void each(
      SourceBytes bytes, TableLayout layout, RowForm form, BiConsumer<String, FileRow> visit) {
    try (FileRows rows = Tables.rows(bytes, layout, form)) {
      rows.forEachRemaining(
          row -> {
            if (!row.isNote()) {
              visit.accept(layout.table(), row);
            }
          });
    }
  }

  /** The head of the first table. */
  public Optional<HeaderGuess> head() {
    return heads.values().stream().findFirst();
  }
}
