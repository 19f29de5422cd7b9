package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

  private UnitTable(InputTable cells, String id, Optional<String> year, int[] years) {
    this.cells = cells;
    this.id = id;
    this.year = year;
    this.years = years;
  }

  /** A unit and year. */
  private record Key(String unit, int year) {}

  /** Finds the columns that the options name; USAGE where one is missing. */
  static UnitTable of(InputTable cells, String id, Optional<String> year) {
    String unit = cells.column("--id", id);
    Optional<String> period = year.map(y -> cells.column("--year", y));
    return new UnitTable(cells, unit, period, new int[0]);
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
        throw cells.broken(row, who(row), ": has no " + id);
      }
      found[row] = yearOf(row);
      rows.computeIfAbsent(new Key(unit, found[row]), k -> new ArrayList<>()).add(row);
    }
    UnitTable out = new UnitTable(cells, id, year, found);
    rows.values().stream().filter(r -> r.size() > 1).findFirst().ifPresent(out::refuse);
    return out;
  }

  private int yearOf(int row) {
    return year.map(
            y ->
                cells
                    .year(row, y)
                    .orElseThrow(
                        () -> cells.broken(row, who(row), ": has no year from 1 to 9999 in " + y)))
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
            first + 1,
            rows.get(rows.size() - 1) + 1,
            year.isPresent() ? " and year" : ", or name the year's column with --year"));
  }

  /** The unit and year of a row in brackets, as the file writes them. */
  private String who(int row) {
    List<String> said =
        keys().stream().map(k -> cells.text(row, k)).filter(t -> !t.isEmpty()).toList();
    return said.isEmpty() ? "" : " (" + String.join(", ", said) + ")";
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
   * Columns that hold numbers, in the order of the file: with a number in some row, or with texts
   * that are meant as numbers.
   */
  List<String> numericColumns() {
    return columns().stream().filter(c -> cells.figures(c).holdsNumbers()).toList();
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
                who(at),
                column,
                cells.bare(at, column),
                cells.fault(at, column).orElseThrow()));
  }

  /**
   * Says on standard error how many cells of some columns are missing.
   *
   * @param consequence what becomes of them, in words
   */
  void noteMissing(Collection<String> columns, String consequence) {
    long missing = columns.stream().mapToLong(c -> cells.figures(c).missing()).sum();
    if (missing > 0) {
      System.err.printf(
          Locale.ROOT,
          "%,d of %,d cells are missing: %s%n",
          missing,
          (long) columns.size() * cells.size(),
          consequence);
    }
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
    List<String> units = IntStream.range(0, years.length).mapToObj(this::unit).toList();
    return new PackedPanel(units, years, codes, packed);
  }

  /** The unit of a row and, where the file has one, its year: what an answer's row begins with. */
  List<Object> key(int row) {
    List<Object> out = new ArrayList<>(List.of(unit(row)));
    if (year.isPresent()) {
      out.add(years[row]);
    }
    return out;
  }
}
