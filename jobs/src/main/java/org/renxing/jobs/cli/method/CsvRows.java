package org.renxing.jobs.cli.method;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** A CSV file in memory, its cells as text; every row has as many as the head. */
final class CsvRows {
  private static final String PLAIN = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?";
  private static final String GROUPED = "[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?";

  private final CsvHead head;
  private final List<List<String>> rows;

  private CsvRows(CsvHead head, List<List<String>> rows) {
    this.head = head;
    this.rows = rows;
  }

  /**
   * Reads a file.
   *
   * @throws RenxingException USAGE where there is no such file; DATA_CHECK for one that is empty or
   *     not UTF-8, a head that names a column twice, and rows with another number of fields
   */
  static CsvRows read(Path file, char delimiter) {
    TableOptions.requireFile("--input", file);
    List<List<String>> records = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (CsvRecord line : lines(reader, delimiter)) {
        records.add(line.getFields().stream().map(CsvHead::stripped).toList());
      }
    } catch (UncheckedIOException | CsvParseException | IOException e) {
      throw CsvHead.unreadable(file, "cannot be read as CSV", e);
    }
    CsvHead head = new CsvHead(file, records.isEmpty() ? List.of() : records.get(0));
    List<List<String>> rows = records.isEmpty() ? records : records.subList(1, records.size());
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).size() != head.columns().size()) {
        throw new RenxingException(
            ErrorCode.DATA_CHECK,
            String.format(
                Locale.ROOT,
                "%s row %d: has %d fields; the head has %d",
                file,
                row + 1,
                rows.get(row).size(),
                head.columns().size()));
      }
    }
    return new CsvRows(head, rows);
  }

  /** The records; a wrong number of fields is found later, where the row can be named. */
  private static CsvReader<CsvRecord> lines(Reader reader, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(reader);
  }

  CsvHead head() {
    return head;
  }

  int size() {
    return rows.size();
  }

  /** A cell as text. */
  String text(int row, String column) {
    return rows.get(row).get(head.columns().indexOf(column));
  }

  /** Whether a cell stands for a missing value. */
  boolean isMissing(int row, String column) {
    return CsvHead.MISSING.contains(text(row, column));
  }

  /** Whether a cell is a finite number. */
  boolean isNumber(int row, String column) {
    return Double.isFinite(parsed(text(row, column)));
  }

  /**
   * A cell as a number of 0 or more; empty where it is missing.
   *
   * @param name of the row in brackets, or empty
   * @throws RenxingException DATA_CHECK for a cell that is no number, infinite or below 0; the
   *     message names row and column
   */
  OptionalDouble quantity(int row, String column, String name) {
    String cell = text(row, column);
    if (CsvHead.MISSING.contains(cell)) {
      return OptionalDouble.empty();
    }
    double value = parsed(cell);
    if (!Double.isFinite(value)) {
      throw broken(row, name, ", column " + column + ": '" + cell + "' is no number");
    }
    if (value < 0) {
      throw broken(
          row, name, ", column " + column + ": is " + cell + "; a number of 0 or more is needed");
    }
    return OptionalDouble.of(value);
  }

  /** Says what is wrong with a row. */
  RenxingException broken(int row, String name, String what) {
    return new RenxingException(
        ErrorCode.DATA_CHECK,
        String.format(Locale.ROOT, "%s row %d%s%s", head.file(), row + 1, name, what));
  }

  /** NaN where the text is no number. */
  private static double parsed(String cell) {
    String text = cell.matches(GROUPED) ? cell.replace(",", "") : cell;
    return text.matches(PLAIN) ? Double.parseDouble(text) : Double.NaN;
  }
}
