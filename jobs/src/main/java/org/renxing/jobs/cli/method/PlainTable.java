package org.renxing.jobs.cli.method;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.renxing.dea.UnitKey;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** A CSV file of units in memory; each unit and year stands once. */
final class PlainTable {
  private final CsvRows rows;
  private final List<String> keyColumns;
  private final List<UnitKey> keys = new ArrayList<>();

  private PlainTable(CsvRows rows, List<String> keyColumns) {
    this.rows = rows;
    this.keyColumns = keyColumns;
  }

  /**
   * Reads a file.
   *
   * @throws RenxingException USAGE where the file or a key column is missing; DATA_CHECK for what
   *     {@link CsvRows#read} refuses, and rows without a key, or with the key of another
   */
  static PlainTable read(Path file, char delimiter, String id, Optional<String> period) {
    CsvRows rows = CsvRows.read(file, delimiter);
    rows.head().requireColumns("--id", List.of(id));
    period.ifPresent(p -> rows.head().requireColumns("--year", List.of(p)));
    PlainTable out = new PlainTable(rows, period.map(p -> List.of(id, p)).orElse(List.of(id)));
    out.readKeys();
    return out;
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
    return rows.text(row, column);
  }

  /** See {@link CsvHead#requireColumns}. */
  void requireColumns(String option, List<String> names) {
    rows.head().requireColumns(option, names);
  }

  /**
   * The columns as numbers of 0 or more, one row a row.
   *
   * @throws RenxingException DATA_CHECK for a cell that is missing, no number, infinite or below 0;
   *     the message names row, unit and column
   */
  double[][] quantities(List<String> columns) {
    double[][] out = new double[rows.size()][columns.size()];
    for (int row = 0; row < out.length; row++) {
      for (int c = 0; c < columns.size(); c++) {
        out[row][c] = quantity(row, columns.get(c));
      }
    }
    return out;
  }

  /** Says what is wrong with a row. */
  RenxingException broken(int row, String what) {
    return rows.broken(row, " (" + keys.get(row) + ")", what);
  }

  private double quantity(int row, String column) {
    return rows.quantity(row, column, " (" + keys.get(row) + ")")
        .orElseThrow(
            () ->
                broken(
                    row,
                    ", column "
                        + column
                        + ": is missing; give a number of 0 or more, or drop the row"));
  }

  private void readKeys() {
    Map<UnitKey, Integer> first = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      for (String column : keyColumns) {
        if (text(row, column).isEmpty()) {
          throw rows.broken(row, "", ": has no " + column);
        }
      }
      UnitKey key =
          new UnitKey(
              text(row, keyColumns.get(0)),
              keyColumns.size() == 2 ? text(row, keyColumns.get(1)) : "");
      Integer other = first.putIfAbsent(key, row);
      if (other != null) {
        throw new RenxingException(
            ErrorCode.DATA_CHECK,
            String.format(
                Locale.ROOT,
                "%s: %s stands in rows %d and %d%s",
                rows.head().file(),
                key,
                other + 1,
                row + 1,
                keyColumns.size() == 1 ? "; --year names the column that parts them" : ""));
      }
      keys.add(key);
    }
  }
}
