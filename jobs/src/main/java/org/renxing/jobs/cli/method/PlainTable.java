package org.renxing.jobs.cli.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.renxing.dea.UnitKey;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * The rows of the input with their units and periods; each unit and period stands once.
 *
 * @param keyColumns unit, and period where there is one
 * @param keys the unit and period of each row
 */
record PlainTable(InputTable cells, List<String> keyColumns, List<UnitKey> keys) {
  PlainTable {
    keyColumns = List.copyOf(keyColumns);
    keys = List.copyOf(keys);
  }

  /**
   * Reads the keys.
   *
   * @throws RenxingException DATA_CHECK for rows without a key, or with the key of another
   */
  static PlainTable of(UnitTable table) {
    InputTable cells = table.cells();
    List<String> columns = table.keys();
    Optional<Periods> periods =
        Optional.of(columns).filter(k -> k.size() == 2).map(k -> Periods.of(cells, k.get(1)));
    Map<UnitKey, Integer> first = new LinkedHashMap<>();
    for (int row = 0; row < cells.size(); row++) {
      for (String column : columns) {
        if (cells.text(row, column).isEmpty()) {
          throw cells.broken(row, "", ": has no " + column);
        }
      }
      int at = row;
      UnitKey key =
          new UnitKey(cells.bare(row, columns.get(0)), periods.map(p -> p.of(at)).orElse(""));
      Integer other = first.putIfAbsent(key, row);
      if (other != null) {
        throw new RenxingException(
            ErrorCode.DATA_CHECK,
            String.format(
                Locale.ROOT,
                "%s: %s stands in rows %d and %d%s",
                cells.name(),
                key,
                cells.number(other),
                cells.number(row),
                columns.size() == 1 ? "; --year names the column that parts them" : ""));
      }
    }
    return new PlainTable(cells, columns, List.copyOf(first.keySet()));
  }

  /** How many rows. */
  int size() {
    return keys.size();
  }

  /**
   * The columns as numbers of 0 or more, one row a row.
   *
   * @throws RenxingException DATA_CHECK for a cell that is missing, no number or below 0; the
   *     message names row, unit and column
   */
  double[][] quantities(List<String> columns) {
    return IntStream.range(0, size())
        .mapToObj(row -> columns.stream().mapToDouble(c -> quantity(row, c)).toArray())
        .toArray(double[][]::new);
  }

  private double quantity(int row, String column) {
    String missing = ", column %s: is missing; give a number of 0 or more, or drop the row";
    return cells
        .quantity(row, column, who(row))
        .orElseThrow(() -> broken(row, missing.formatted(column)));
  }

  /** Says what is wrong with a row. */
  RenxingException broken(int row, String what) {
    return cells.broken(row, who(row), what);
  }

  private String who(int row) {
    return " (" + keys.get(row) + ")";
  }
}
