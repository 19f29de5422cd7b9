package org.renxing.jobs.cli.method;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * The names of a CSV file's columns; each but the empty one stands once.
 *
 * @param file as the user named it
 */
record CsvHead(Path file, List<String> columns) {
  /** Cells that stand for a missing value. */
  static final Set<String> MISSING = Set.of("", "NA", "NaN", "…", "—");

  CsvHead {
    columns = columns.stream().map(CsvHead::stripped).toList();
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!column.isEmpty() && !seen.add(column)) {
        throw new RenxingException(
            ErrorCode.DATA_CHECK, file + ": the head names column '" + column + "' twice");
      }
    }
    if (seen.isEmpty()) {
      throw new RenxingException(ErrorCode.DATA_CHECK, file + ": is empty; a head is needed");
    }
  }

  /**
   * Reads the first record only.
   *
   * @throws RenxingException USAGE where there is no such file; DATA_CHECK for a head that is
   *     empty, names a column twice, or is not UTF-8
   */
  static CsvHead read(Path file, char delimiter) {
    TableOptions.requireFile("--input", file);
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Iterator<CsvRecord> records =
          CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(reader).iterator();
      return new CsvHead(file, records.hasNext() ? records.next().getFields() : List.of());
    } catch (UncheckedIOException | CsvParseException | IOException e) {
      throw unreadable(file, "its head cannot be read as CSV", e);
    }
  }

  /** What to say of a file that cannot be read. */
  static RenxingException unreadable(Path file, String what, Exception e) {
    if (e instanceof MalformedInputException || e.getCause() instanceof MalformedInputException) {
      return new RenxingException(
          ErrorCode.DATA_CHECK, file + ": is not UTF-8 (perhaps GBK); save it as CSV UTF-8", e);
    }
    return e instanceof IOException
        ? new RenxingException(ErrorCode.STORAGE, file + ": cannot be read: " + e.getMessage(), e)
        : new RenxingException(ErrorCode.DATA_CHECK, file + ": " + what + ": " + e.getMessage(), e);
  }

  /** A field without blanks about it, nor the mark that some programs begin a file with. */
  static String stripped(String field) {
    return (field.startsWith("\uFEFF") ? field.substring(1) : field).strip();
  }

  /**
   * Refuses names that the head lacks, and lists those that it has.
   *
   * @throws RenxingException USAGE
   */
  void requireColumns(String option, List<String> names) {
    List<String> unknown = names.stream().filter(n -> n.isEmpty() || !columns.contains(n)).toList();
    if (!unknown.isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "%s: %s has no column '%s'; it has %s%s"
              .formatted(
                  option,
                  file,
                  String.join("', '", unknown),
                  String.join(", ", columns),
                  columns.size() == 1 ? " (is the --delimiter right?)" : ""));
    }
  }
}
