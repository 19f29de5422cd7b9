package org.renxing.jobs.simulate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Reads small CSV files with a header: reference tables and the tables of this package. */
final class CsvTable {
  private CsvTable() {}

  /** All rows of a file that must have the given columns. */
  static List<NamedCsvRecord> read(Path file, String... columns) {
    try (Reader in = Files.newBufferedReader(file)) {
      return rows(in, file.toString(), columns);
    } catch (IOException | UncheckedIOException e) {
      throw new RenxingException(ErrorCode.STORAGE, file + ": cannot be read: " + e, e);
    }
  }

  /** All rows of a table that comes with this package. */
  static List<NamedCsvRecord> resource(String name, String... columns) {
    try (InputStream in = Objects.requireNonNull(CsvTable.class.getResourceAsStream(name), name);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return rows(text, name, columns);
    } catch (IOException | UncheckedIOException e) {
      throw new RenxingException(ErrorCode.INTERNAL, "resource " + name + ": " + e, e);
    }
  }

  private static List<NamedCsvRecord> rows(Reader in, String name, String... columns) {
    try {
      List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in).stream().toList();
      for (String column : columns) {
        if (rows.isEmpty() || !rows.get(0).getHeader().contains(column)) {
          throw new RenxingException(
              ErrorCode.SOURCE_CONTRACT, name + ": no rows with a column '" + column + "'");
        }
      }
      return rows;
    } catch (CsvParseException e) {
      throw new RenxingException(
          ErrorCode.SOURCE_CONTRACT, name + ": is not a table in CSV: " + reason(e), e);
    }
  }

  /** The innermost message: it says how many fields there are and should be. */
  private static String reason(CsvParseException e) {
    return e.getCause() == null
        ? e.getMessage()
        : e.getMessage() + ": " + e.getCause().getMessage();
  }
}
