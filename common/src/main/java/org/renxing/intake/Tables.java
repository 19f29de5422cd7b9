package org.renxing.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.renxing.cell.Blanks;
import org.renxing.model.IntakeLimits;
import org.renxing.model.SourceSpec;

/** Opens the tables of files. */
public final class Tables {
  private Tables() {}

  /** The rows of a table, below its head. */
  public static FileRows rows(SourceBytes file, TableLayout layout, RowForm form) {
    return new Tolerance(file.name(), form.malformedShare(), open(file, layout, form));
  }

  private static FileRows open(SourceBytes file, TableLayout layout, RowForm form) {
    SourceSpec.Format format = form.format();
    if (format == SourceSpec.Format.JSON_LINES || format == SourceSpec.Format.GEOJSON) {
      Charset charset = Charset.forName(layout.charset());
      return objects(file, format, charset, new Marks(form.marks()), form.limits());
    }
    return new TableRows(
        file.name(), texts(file, layout.table(), layout.charset(), form), layout, form);
  }

  /** The objects of a file of JSON. */
  static FileRows objects(
      SourceBytes file,
      SourceSpec.Format format,
      Charset charset,
      Marks marks,
      IntakeLimits limits) {
    FileRows rows =
        format == SourceSpec.Format.GEOJSON
            ? GeoJson.open(file, charset, marks, limits)
            : JsonLines.open(file, charset, marks, limits);
    return new KeyLimit(file.name(), rows, limits);
  }

  /** The rows of a table of text or of a sheet, from its first line. */
  private static TextRows texts(SourceBytes file, String table, String charset, RowForm form) {
    if (form.format() != SourceSpec.Format.XLSX) {
      return DelimitedRows.open(file, Charset.forName(charset), form.delimiter(), form.limits());
    }
    // held against the limits when its layout was found
    return Workbook.open(file, Optional.empty()).only(table);
  }

  /** The character set of a file of text. */
  static Charset charset(SourceBytes file, String declared, IntakeLimits limits) {
    try (InputStream in = Unpacked.open(file, limits)) {
      return EncodingGuess.of(in, declared, file.name());
    } catch (IOException e) {
      throw Unpacked.broken(file.name(), e);
    }
  }

  /** The cells of one line with commas between them; those of broken quotes as they are. */
  public static List<String> cells(String line) {
    try (var reader = CsvReader.builder().ofCsvRecord(line)) {
      return reader.stream().flatMap(r -> r.getFields().stream()).map(Blanks::strip).toList();
    } catch (CsvParseException | IOException e) {
      return List.of(line.split(",", -1)); // a quote that belongs to a name
    }
  }
}
