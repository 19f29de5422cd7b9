package org.renxing.jobs.cli.method;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.renxing.dea.UnitKey;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** A CSV file of units in memory, its rows as text; each unit and year stands once. */
final class PlainTable {
  private static final Set<String> MISSING = Set.of("", "NA", "NaN", "…", "—");
  private static final String PLAIN = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?";
  private static final String GROUPED = "[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?";

  private final Path file;
  private final List<String> head;
  private final List<String> keyColumns;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<UnitKey> keys = new ArrayList<>();

  private PlainTable(Path file, List<String> head, List<String> keyColumns) {
    this.file = file;
    this.head = head;
    this.keyColumns = keyColumns;
  }

  /**
   * Reads a file.
   *
   * @throws RenxingException USAGE where the file or a key column is missing; DATA_CHECK for a file
   *     that is empty or not UTF-8, a head that names a column twice, and rows with another number
   *     of fields, without a key, or with the key of another
   */
  static PlainTable read(Path file, char delimiter, String id, Optional<String> period) {
    TableOptions.requireFile("--input", file);
    List<String> keyColumns = period.map(p -> List.of(id, p)).orElse(List.of(id));
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      PlainTable out = null;
      for (CsvRecord line : lines(reader, delimiter)) {
        List<String> fields = line.getFields().stream().map(PlainTable::stripped).toList();
        if (out == null) {
          out = new PlainTable(file, fields, keyColumns);
          out.requireHead();
        } else {
          out.rows.add(fields);
        }
      }
      if (out == null) {
        throw broken(file + ": is empty; a head is needed");
      }
      out.readKeys();
      return out;
    } catch (MalformedInputException e) {
      throw notUnicode(file, e);
    } catch (UncheckedIOException | CsvParseException e) {
      if (e.getCause() instanceof MalformedInputException) {
        throw notUnicode(file, e);
      }
      throw new RenxingException(
          ErrorCode.DATA_CHECK, file + ": cannot be read as CSV: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new RenxingException(
          ErrorCode.STORAGE, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The records; a wrong number of fields is found later, where the row can be named. */
  private static CsvReader<CsvRecord> lines(Reader reader, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(reader);
  }

  /** How many rows. */
  int size() {
    return rows.size();
  }

  /** The columns of the key: unit, and year where there is one. */
  List<String> keyColumns() {
    return keyColumns;
  }

  /** The unit and year of a row. */
  UnitKey key(int row) {
    return keys.get(row);
  }

  /** A cell as text. */
  String text(int row, String column) {
    return rows.get(row).get(head.indexOf(column));
  }

  /**
   * Refuses names that the head lacks.
   *
   * @throws RenxingException USAGE
   */
  void requireColumns(String option, List<String> names) {
    List<String> unknown = names.stream().filter(n -> n.isEmpty() || !head.contains(n)).toList();
    if (!unknown.isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "%s: %s has no column '%s'; it has %s%s"
              .formatted(
                  option,
                  file,
                  String.join("', '", unknown),
                  String.join(", ", head),
                  head.size() == 1 ? " (is the --delimiter right?)" : ""));
    }
  }

  /**
   * The columns as numbers of 0 or more, one row a row.
   *
   * @throws RenxingException DATA_CHECK for a cell that is missing, no number, infinite or below 0;
   *     the message names row, unit and column
   */
  double[][] quantities(List<String> columns) {
    int[] at = columns.stream().mapToInt(head::indexOf).toArray();
    double[][] out = new double[rows.size()][at.length];
    for (int row = 0; row < out.length; row++) {
      for (int c = 0; c < at.length; c++) {
        out[row][c] = quantity(row, columns.get(c), rows.get(row).get(at[c]));
      }
    }
    return out;
  }

  /** Says what is wrong with a row. */
  RenxingException broken(int row, String what) {
    return broken("%s row %d (%s)%s".formatted(file, row + 1, keys.get(row), what));
  }

  private double quantity(int row, String column, String cell) {
    if (MISSING.contains(cell)) {
      throw broken(
          row, ", column " + column + ": is missing; give a number of 0 or more, or drop the row");
    }
    String text = cell.matches(GROUPED) ? cell.replace(",", "") : cell;
    if (!text.matches(PLAIN) || Double.isInfinite(Double.parseDouble(text))) {
      throw broken(row, ", column " + column + ": '" + cell + "' is no number");
    }
    double value = Double.parseDouble(text);
    if (value < 0) {
      throw broken(
          row, ", column " + column + ": is " + cell + "; a number of 0 or more is needed");
    }
    return value;
  }

  private void requireHead() {
    Set<String> seen = new HashSet<>();
    for (String column : head) {
      if (!column.isEmpty() && !seen.add(column)) {
        throw broken(file + ": the head names column '" + column + "' twice");
      }
    }
    requireColumns("--id", keyColumns.subList(0, 1));
    requireColumns("--year", keyColumns.subList(1, keyColumns.size()));
  }

  private void readKeys() {
    Map<UnitKey, Integer> first = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      List<String> fields = rows.get(row);
      if (fields.size() != head.size()) {
        throw broken(
            "%s row %d: has %d fields; the head has %d"
                .formatted(file, row + 1, fields.size(), head.size()));
      }
      for (String column : keyColumns) {
        if (fields.get(head.indexOf(column)).isEmpty()) {
          throw broken("%s row %d: has no %s".formatted(file, row + 1, column));
        }
      }
      UnitKey key =
          new UnitKey(
              text(row, keyColumns.get(0)),
              keyColumns.size() == 2 ? text(row, keyColumns.get(1)) : "");
      Integer other = first.putIfAbsent(key, row);
      if (other != null) {
        throw broken(
            "%s: %s stands in rows %d and %d%s"
                .formatted(
                    file,
                    key,
                    other + 1,
                    row + 1,
                    keyColumns.size() == 1 ? "; --year names the column that parts them" : ""));
      }
      keys.add(key);
    }
  }

  private static String stripped(String field) {
    return (field.startsWith("\uFEFF") ? field.substring(1) : field).strip();
  }

  private static RenxingException broken(String message) {
    return new RenxingException(ErrorCode.DATA_CHECK, message);
  }

  private static RenxingException notUnicode(Path file, Exception e) {
    return new RenxingException(
        ErrorCode.DATA_CHECK, file + ": is not UTF-8 (perhaps GBK); save it as CSV UTF-8", e);
  }
}
