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

/** The rows of a {@link UnitFile}, checked: units and years are unique, cells are numbers. */
final class UnitTable {
  private final UnitFile file;
  private final int[] years;

  private UnitTable(UnitFile file, int[] years) {
    this.file = file;
    this.years = years;
  }

  /** A unit and year. */
  private record Key(String unit, int year) {}

  /**
   * Checks the rows.
   *
   * @throws RenxingException DATA_CHECK for a row without unit or year, or with the unit and year
   *     of another row
   */
  static UnitTable check(UnitFile file) {
    InputTable table = file.table();
    int[] years = new int[table.size()];
    Map<Key, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < table.size(); row++) {
      String unit = table.bare(row, file.id());
      if (unit.isEmpty()) {
        throw table.broken(row, who(file, row), ": has no " + file.id());
      }
      years[row] = year(file, row);
      rows.computeIfAbsent(new Key(unit, years[row]), k -> new ArrayList<>()).add(row);
    }
    rows.values().stream().filter(r -> r.size() > 1).findFirst().ifPresent(r -> refuse(file, r));
    return new UnitTable(file, years);
  }

  private static int year(UnitFile file, int row) {
    if (file.year().isEmpty()) {
      return 0;
    }
    OptionalInt year = file.table().year(row, file.year().get());
    return year.orElseThrow(
        () ->
            file.table()
                .broken(
                    row, who(file, row), ": has no year from 1 to 9999 in " + file.year().get()));
  }

  private static void refuse(UnitFile file, List<Integer> rows) {
    boolean hasYear = file.year().isPresent();
    int first = rows.get(0);
    String key =
        file.table().text(first, file.id())
            + file.year().map(y -> ", " + year(file, first)).orElse("");
    throw new RenxingException(
        ErrorCode.DATA_CHECK,
        String.format(
            Locale.ROOT,
            "%s: %s stands in %d rows, first in %d and last in %d; one row a unit%s, please",
            file.name(),
            key,
            rows.size(),
            first + 1,
            rows.get(rows.size() - 1) + 1,
            hasYear ? " and year" : ", or name the year's column with --year"));
  }

  /** The unit and year of a row in brackets, as the file writes them. */
  private static String who(UnitFile file, int row) {
    InputTable table = file.table();
    List<String> said =
        file.keys().stream().map(k -> table.text(row, k)).filter(t -> !t.isEmpty()).toList();
    return said.isEmpty() ? "" : " (" + String.join(", ", said) + ")";
  }

  /** The file from which it comes. */
  UnitFile file() {
    return file;
  }

  /**
   * Columns that hold numbers, in the order of the file: with a number in some row, or with texts
   * that are meant as numbers.
   */
  List<String> numericColumns() {
    return file.columns().stream()
        .filter(
            c ->
                file.table().figures(c).numbers() > 0 || file.table().figures(c).isMeantAsNumbers())
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
    InputTable table = file.table();
    OptionalInt row = table.figures(column).offender();
    if (row.isEmpty()) {
      return Optional.empty();
    }
    int at = row.getAsInt();
    return Optional.of(
        "%s%s, column %s: '%s' %s"
            .formatted(
                table.place(at),
                who(file, at),
                column,
                table.bare(at, column),
                table.fault(at, column).orElseThrow()));
  }

  /**
   * Says on standard error how many cells of some columns are missing.
   *
   * @param consequence what becomes of them, in words
   */
  void noteMissing(Collection<String> columns, String consequence) {
    long missing = columns.stream().mapToLong(c -> file.table().figures(c).missing()).sum();
    if (missing > 0) {
      System.err.printf(
          Locale.ROOT,
          "%,d of %,d cells are missing: %s%n",
          missing,
          (long) columns.size() * file.table().size(),
          consequence);
    }
  }

  /** How many rows. */
  int size() {
    return years.length;
  }

  /** The unit of a row, as the file writes it. */
  String unit(int row) {
    return file.table().text(row, file.id());
  }

  /** The year of a row; 0 where the file has none. */
  int year(int row) {
    return years[row];
  }

  /** The numbers of a column, one a row; NaN where missing. */
  double[] numbers(String column) {
    InputTable table = file.table();
    String name = table.column("column", column);
    return IntStream.range(0, years.length)
        .mapToDouble(row -> table.number(row, name).orElse(Double.NaN))
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
    if (file.year().isPresent()) {
      out.add(years[row]);
    }
    return out;
  }
}
