package org.renxing.jobs.cli.method;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.renxing.numerics.CodePointOrder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is read by methods whose answer is several tables. */
@InHelp(HelpGroup.TABLE)
final class PanelOptions {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description =
          "CSV, workbook (.xlsx) or JSON lines with a head, one row a unit (and year). Empty cells,"
              + " NA, NaN, … and — are missing.")
  private Path input;

  @Option(
      names = "--id",
      required = true,
      paramLabel = "COLUMN",
      description = "Column that names the unit.")
  private String id;

  @Option(
      names = {"--year", "--period"},
      paramLabel = "COLUMN",
      description = "Column of the year, where a unit has several rows.")
  private Optional<String> year;

  @Mixin private YearsOption years;
  @Mixin private ReadingOptions reading;

  /** Reads the input and checks its keys. */
  UnitTable open() {
    return UnitTable.of(reading.read(input, Optional.of(id)), id, year, years).check();
  }

  /** Where the input is. */
  Path input() {
    return input;
  }

  /** How files are written. */
  ReadingOptions reading() {
    return reading;
  }

  /** The rows of a file as years by units. */
  record Grid(List<String> units, int[] years, int[][] rows) {
    /** The row of each unit in each year, −1 for none; units by name, years upwards. */
    static Grid of(UnitTable file) {
      String key = file.keys().get(0);
      List<String> units =
          IntStream.range(0, file.size())
              .mapToObj(row -> file.cells().bare(row, key))
              .distinct()
              .sorted(CodePointOrder.ASCENDING)
              .toList();
      int[] years = IntStream.range(0, file.size()).map(file::year).distinct().sorted().toArray();
      int[][] rows = new int[years.length][units.size()];
      Arrays.stream(rows).forEach(of -> Arrays.fill(of, -1));
      for (int row = 0; row < file.size(); row++) {
        int t = Arrays.binarySearch(years, file.year(row));
        rows[t][units.indexOf(file.cells().bare(row, key))] = row;
      }
      return new Grid(units, years, rows);
    }

    /** The figures of a column, year × unit; NaN where missing. */
    double[][] values(double[] column) {
      return Arrays.stream(rows)
          .map(of -> Arrays.stream(of).mapToDouble(r -> r < 0 ? Double.NaN : column[r]).toArray())
          .toArray(double[][]::new);
    }
  }
}
