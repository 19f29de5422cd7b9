package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.panel.PackedPanel;

/**
 * The rows of the input by unit and year. Its columns are found first; {@link #check} then sees
 * that units and years are unique.
 */
final class UnitTable {
  private final InputTable cells;
  private final String id;
  private final Optional<String> year;
  private final int[] years;
  private final List<String> carried;

  private UnitTable(
      InputTable cells, String id, Optional<String> year, int[] years, List<String> carried) {
    this.cells = cells;
    this.id = id;
    this.year = year;
    this.years = years;
    this.carried = List.copyOf(carried);
  }

  /** A unit and year. */
  private record Key(String unit, int year) {}

  /** Finds the columns that the options name; USAGE where one is missing. */
  static UnitTable of(InputTable all, String id, Optional<String> year, YearsOption years) {
    String unit = all.column("--id", id);
    Optional<String> period = year.map(y -> all.column("--year", y));
    return new UnitTable(years.of(all, period), unit, period, new int[0], List.of());
  }

  /** The same with columns that answers keep beside the key. */
  UnitTable carrying(List<String> some) {
    return new UnitTable(cells, id, year, years, some);
  }

  /**
   * Checks the rows.
   *
   * @throws RenxingException DATA_CHECK for a row without unit or year, or with the unit and year
   *     of another row
   */
  UnitTable check() {
    int[] found = new int[size()];
    Map<Key, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < size(); row++) {
      String unit = cells.bare(row, id);
      if (unit.isEmpty()) {
        throw cells.broken(row, bracketed(row), ": has no " + id);
      }
      found[row] = yearOf(row);
      rows.computeIfAbsent(new Key(unit, found[row]), k -> new ArrayList<>()).add(row);
    }
    UnitTable out = new UnitTable(cells, id, year, found, carried);
    rows.values().stream().filter(r -> r.size() > 1).findFirst().ifPresent(out::refuse);
    return out;
  }

  private int yearOf(int row) {
    return year.map(
            y ->
                cells
                    .year(row, y)
                    .orElseThrow(
                        () ->
                            cells.broken(
                                row, bracketed(row), ": has no year from 1 to 9999 in " + y)))
        .orElse(0);
  }

  private void refuse(List<Integer> rows) {
    int first = rows.get(0);
    throw new RenxingException(
        ErrorCode.DATA_CHECK,
        String.format(
            Locale.ROOT,
            "%s: %s stands in %d rows, first in %d and last in %d; one row a unit%s, please",
            cells.name(),
            unit(first) + (year.isPresent() ? ", " + years[first] : ""),
            rows.size(),
            cells.number(first),
            cells.number(rows.get(rows.size() - 1)),
            year.isPresent() ? " and year" : ", or name the year's column with --year"));
  }

  /** The unit and year of a row, as the file writes them. */
  String who(int row) {
    return keys().stream()
        .map(k -> cells.text(row, k))
        .filter(t -> !t.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String bracketed(int row) {
    String who = who(row);
    return who.isEmpty() ? "" : " (" + who + ")";
  }

  /** The cells. */
  InputTable cells() {
    return cells;
  }

  /** The file as the user named it. */
  String name() {
    return cells.name();
  }

  /** Whether there is a column of the year. */
  boolean hasYear() {
    return year.isPresent();
  }

  /** The column of the unit, and that of the year where there is one. */
  List<String> keys() {
    return year.map(y -> List.of(id, y)).orElse(List.of(id));
  }

  /** The columns besides id and year, in the order of the file. */
  List<String> columns() {
    List<String> out = new ArrayList<>(cells.columns());
    out.removeAll(keys());
    return List.copyOf(out);
  }

  /**
   * Columns that hold numbers and are not carried, in the order of the file: with a number in some
   * row, or with texts that are meant as numbers.
   */
  List<String> numericColumns() {
    return columns().stream()
        .filter(c -> !carried.contains(c) && cells.figures(c).holdsNumbers())
        .toList();
  }

  /**
   * Refuses columns that hold something else than numbers.
   *
   * @throws RenxingException DATA_CHECK, with the first offending cell of each
   */
  void requireNumbers(Collection<String> columns) {
    List<String> offenders = columns.stream().flatMap(c -> offender(c).stream()).toList();
    if (!offenders.isEmpty()) {
      throw new RenxingException(ErrorCode.DATA_CHECK, String.join("\n", offenders));
    }
  }

  private Optional<String> offender(String column) {
    OptionalInt row = cells.figures(column).offender();
    if (row.isEmpty()) {
      return Optional.empty();
    }
    int at = row.getAsInt();
    return Optional.of(
        "%s%s, column %s: '%s' %s"
            .formatted(
                cells.place(at),
                bracketed(at),
                column,
                cells.bare(at, column),
                cells.fault(at, column).orElseThrow()));
  }

  /** How many rows. */
  int size() {
    return cells.size();
  }

  /** The unit of a row, as the file writes it. */
  String unit(int row) {
    return cells.text(row, id);
  }

  /** The year of a row; 0 where the file has none. */
  int year(int row) {
    return years[row];
  }

  /** The numbers of a column, one a row; NaN where missing. */
  double[] numbers(String column) {
    String name = cells.column("column", column);
    return IntStream.range(0, years.length)
        .mapToDouble(row -> cells.number(row, name).orElse(Double.NaN))
        .toArray();
  }

  /**
   * The rows as a panel.
   *
   * @param values for each code its values, one a row
   */
  PackedPanel panel(List<String> codes, List<double[]> values) {
    double[] packed = new double[years.length * codes.size()];
    for (int j = 0; j < codes.size(); j++) {
      for (int row = 0; row < years.length; row++) {
        packed[row * codes.size() + j] = values.get(j)[row];
      }
    }
    List<String> units = IntStream.range(0, years.length).mapToObj(r -> cells.bare(r, id)).toList();
    return new PackedPanel(units, years, codes, packed);
  }

  /** The first columns of an answer: the keys, and what is carried. */
  List<String> head() {
    List<String> out = new ArrayList<>(keys());
    out.addAll(carried);
    return out;
  }

  /** The first cells of an answer's row, of {@link #head}. */
  List<Object> head(int row) {
    List<Object> out = new ArrayList<>(List.of(unit(row)));
    if (year.isPresent()) {
      out.add(years[row]);
    }
    out.addAll(carried(row));
    return out;
  }

  /** The cells of a row that are carried, as the file writes them. */
  List<Object> carried(int row) {
    List<Object> out = new ArrayList<>();
    carried.forEach(column -> out.add(Answer.text(cells.text(row, column))));
    return out;
  }
}
