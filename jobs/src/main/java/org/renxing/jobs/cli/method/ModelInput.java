package org.renxing.jobs.cli.method;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.regression.Formula;
import org.renxing.regression.Frame;
import org.renxing.regression.PanelRows;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is read for a regression: columns of numbers and, where named, unit and year. */
@InHelp(HelpGroup.TABLE)
final class ModelInput {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description =
          "CSV, workbook (.xlsx) or JSON lines with a head, one row a unit (and year). Empty cells,"
              + " NA, NaN, … and — are missing; a row where the formula misses a value is left"
              + " out.")
  private Path input;

  @Option(names = "--id", paramLabel = "COLUMN", description = "Column that names the unit.")
  private Optional<String> id;

  @Option(
      names = "--year",
      paramLabel = "COLUMN",
      description = "Column of the year; with the unit, what lag and diff go by.")
  private Optional<String> year;

  @Mixin private YearsOption years;
  @Mixin private ReadingOptions reading;

  /** The file. */
  Path path() {
    return input;
  }

  /**
   * Refuses a command without unit or year.
   *
   * @param option what needs them
   */
  void require(String option, boolean needsYear) {
    if (id.isEmpty() || (needsYear && year.isEmpty())) {
      throw new RenxingException(
          ErrorCode.USAGE,
          option + ": needs --id" + (needsYear ? " and --year, the columns of unit and year" : ""));
    }
  }

  /**
   * The columns that a formula reads, and others. Where units are named, rows are in the order of
   * units and years, so that nothing depends on that of the file.
   *
   * @throws RenxingException USAGE for a column that the file has not; DATA_CHECK for a cell that
   *     is no number, or two rows of a unit and year
   */
  Frame read(Formula formula, String... others) {
    Set<String> names = new LinkedHashSet<>(formula.columns());
    names.addAll(List.of(others));
    InputTable all = reading.read(input, id.or(() -> year));
    for (String column : names) {
      if (!all.columns().contains(column)) {
        throw new RenxingException(
            ErrorCode.USAGE,
            "--formula: "
                + all.name()
                + " has no column '"
                + column
                + "'; it has "
                + all.columns());
      }
    }
    if (id.isEmpty()) {
      InputTable cells = years.of(all, year.map(y -> all.column("--year", y)));
      int[] order = IntStream.range(0, cells.size()).toArray();
      return new Frame(columns(names, cells, order, List.of()), Optional.empty());
    }
    UnitTable table = UnitTable.of(all, id.get(), year, years).check();
    List<String> units =
        IntStream.range(0, table.size())
            .mapToObj(row -> table.cells().bare(row, table.keys().get(0)))
            .toList();
    int[] order =
        IntStream.range(0, table.size())
            .boxed()
            .sorted(Comparator.<Integer, String>comparing(units::get).thenComparing(table::year))
            .mapToInt(Integer::intValue)
            .toArray();
    PanelRows panel =
        PanelRows.of(
            IntStream.of(order).mapToObj(units::get).toList(),
            IntStream.of(order).map(table::year).toArray());
    return new Frame(columns(names, table.cells(), order, units), Optional.of(panel));
  }

  private static Map<String, double[]> columns(
      Set<String> names, InputTable cells, int[] order, List<String> units) {
    Map<String, double[]> out = new LinkedHashMap<>();
    for (String column : names) {
      double[] values = new double[order.length];
      for (int i = 0; i < order.length; i++) {
        String who = units.isEmpty() ? "" : " (" + units.get(order[i]) + ")";
        values[i] = cells.figure(order[i], column, who).orElse(Double.NaN);
      }
      out.put(column, values);
    }
    return out;
  }
}
