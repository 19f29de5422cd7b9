package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.renxing.model.RenxingException;
import org.renxing.numerics.CodePointOrder;

/**
 * The rows of the input as series: units by name, periods upwards, parts of a period by name.
 * Nothing depends on the order of the file.
 */
final class SeriesTable {
  private final InputTable cells;
  private final Optional<String> id;
  private final String period;
  private final Optional<String> part;
  private final SortedMap<String, NavigableMap<Integer, SortedMap<String, Integer>>> units;

  private SeriesTable(InputTable cells, Optional<String> id, String period, Optional<String> part) {
    this.cells = cells;
    this.id = id;
    this.period = period;
    this.part = part;
    this.units = new TreeMap<>(CodePointOrder.ASCENDING);
  }

  /**
   * Finds unit, period and part of each row.
   *
   * @throws RenxingException DATA_CHECK for a row that lacks one of them, or has all of them in
   *     common with another
   */
  static SeriesTable of(
      InputTable cells, Optional<String> id, String period, Optional<String> part) {
    SeriesTable out = new SeriesTable(cells, id, period, part);
    for (int row = 0; row < cells.size(); row++) {
      out.add(row);
    }
    return out;
  }

  private void add(int row) {
    for (String column : Stream.of(id, part).flatMap(Optional::stream).toList()) {
      if (cells.bare(row, column).isEmpty()) {
        throw broken(row, ": has no " + column);
      }
    }
    int year =
        cells
            .year(row, period)
            .orElseThrow(() -> broken(row, ": has no year from 1 to 9999 in " + period));
    Integer other =
        units
            .computeIfAbsent(key(row, id), u -> new TreeMap<>())
            .computeIfAbsent(year, y -> new TreeMap<>(CodePointOrder.ASCENDING))
            .putIfAbsent(key(row, part), row);
    if (other != null) {
      throw broken(
          row,
          ": stands in row %d already%s"
              .formatted(
                  cells.number(other),
                  id.isEmpty() ? "; name the column of units with --id, if there are any" : ""));
    }
  }

  private String key(int row, Optional<String> column) {
    return column.map(c -> cells.bare(row, c)).orElse("");
  }

  /** The cells. */
  InputTable cells() {
    return cells;
  }

  /** The column of the unit, where there is one. */
  List<String> head() {
    return id.stream().toList();
  }

  /** The first cells of an answer's row about a unit, of {@link #head}. */
  List<Object> head(String unit) {
    return id.<List<Object>>map(i -> new ArrayList<>(List.of(unit))).orElseGet(ArrayList::new);
  }

  /** The rows of each unit, by period and part. */
  SortedMap<String, NavigableMap<Integer, SortedMap<String, Integer>>> units() {
    return units;
  }

  /** The names of a file's columns that an expression reads, by the names that it gives them. */
  Map<String, String> columns(String option, Iterable<String> inputs) {
    Map<String, String> out = new HashMap<>();
    inputs.forEach(input -> out.put(input, cells.column(option, input)));
    return out;
  }

  /** What is said of a row beside its number: unit, period and part. */
  String who(int row) {
    List<String> out = new ArrayList<>();
    id.ifPresent(i -> out.add(cells.text(row, i)));
    out.add(cells.text(row, period));
    part.ifPresent(p -> out.add(cells.text(row, p)));
    out.removeIf(String::isEmpty);
    return out.isEmpty() ? "" : " (" + String.join(", ", out) + ")";
  }

  /** Says what is wrong with a row. */
  RenxingException broken(int row, String what) {
    return cells.broken(row, who(row), what);
  }
}
