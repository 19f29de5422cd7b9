package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.renxing.dea.UnitKey;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** The rows of the input with their units and periods; each unit and period stands once. */
final class PlainTable {
  private final InputTable rows;
  private final List<String> keyColumns;
  private final List<UnitKey> keys = new ArrayList<>();

  private PlainTable(InputTable rows, List<String> keyColumns) {
    this.rows = rows;
    this.keyColumns = keyColumns;
  }

  /**
   * Finds the keys.
   *
   * @throws RenxingException USAGE where a key column is missing; DATA_CHECK for rows without a
   *     key, or with the key of another
   */
  static PlainTable of(InputTable rows, String id, Optional<String> period) {
    List<String> keys = new ArrayList<>(List.of(rows.column("--id", id)));
    period.ifPresent(p -> keys.add(rows.column("--year", p)));
    PlainTable out = new PlainTable(rows, List.copyOf(keys));
    out.readKeys();
    return out;
  }

  /** How many rows. */
  int size() {
    return rows.size();
  }

  /** The columns of the key: unit, and period where there is one. */
  List<String> keyColumns() {
    return keyColumns;
  }

  /** The unit and period of a row. */
  UnitKey key(int row) {
    return keys.get(row);
  }

  /** A cell as text. */
  String text(int row, String column) {
    return rows.text(row, column);
  }

  /** See {@link InputTable#named}. */
  List<String> named(String option, List<String> names) {
    return rows.named(option, names);
  }

  /** See {@link InputTable#column}. */
  String column(String option, String name) {
    return rows.column(option, name);
  }

  /**
   * The columns as numbers of 0 or more, one row a row.
   *
   * @throws RenxingException DATA_CHECK for a cell that is missing, no number or below 0; the
   *     message names row, unit and column
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
    Optional<Periods> periods =
        Optional.of(keyColumns).filter(k -> k.size() == 2).map(k -> Periods.of(rows, k.get(1)));
    for (int row = 0; row < rows.size(); row++) {
      for (String column : keyColumns) {
        if (text(row, column).isEmpty()) {
          throw rows.broken(row, "", ": has no " + column);
        }
      }
      int at = row;
      UnitKey key =
          new UnitKey(rows.bare(row, keyColumns.get(0)), periods.map(p -> p.of(at)).orElse(""));
      Integer other = first.putIfAbsent(key, row);
      if (other != null) {
        throw new RenxingException(
            ErrorCode.DATA_CHECK,
            String.format(
                Locale.ROOT,
                "%s: %s stands in rows %d and %d%s",
                rows.name(),
                key,
                other + 1,
                row + 1,
                keyColumns.size() == 1 ? "; --year names the column that parts them" : ""));
      }
      keys.add(key);
    }
  }
}
