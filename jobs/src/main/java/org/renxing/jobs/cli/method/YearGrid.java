package org.renxing.jobs.cli.method;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.renxing.numerics.CodePointOrder;

/** The rows of a file as years by units: units by name, years upwards. */
final class YearGrid {
  private static final int NONE = -1;

  private final List<String> units;
  private final int[] years;
  private final int[][] rows;

  private YearGrid(List<String> units, int[] years, int[][] rows) {
    this.units = units;
    this.years = years;
    this.rows = rows;
  }

  /** The grid of a file whose keys are checked. */
  static YearGrid of(UnitTable file) {
    String key = file.keys().get(0);
    List<String> units =
        IntStream.range(0, file.size())
            .mapToObj(row -> file.cells().bare(row, key))
            .distinct()
            .sorted(CodePointOrder.ASCENDING)
            .toList();
    Map<String, Integer> placeOf = new HashMap<>();
    units.forEach(unit -> placeOf.put(unit, placeOf.size()));
    int[] years = IntStream.range(0, file.size()).map(file::year).distinct().sorted().toArray();
    int[][] rows = new int[years.length][units.size()];
    Arrays.stream(rows).forEach(of -> Arrays.fill(of, NONE));
    for (int row = 0; row < file.size(); row++) {
      int t = Arrays.binarySearch(years, file.year(row));
      rows[t][placeOf.get(file.cells().bare(row, key))] = row;
    }
    return new YearGrid(units, years, rows);
  }

  List<String> units() {
    return units;
  }

  int[] years() {
    return years.clone();
  }

  /** The figures of a column, year × unit; NaN where a unit has no row or no figure. */
  double[][] values(double[] column) {
    return Arrays.stream(rows)
        .map(of -> Arrays.stream(of).mapToDouble(r -> r == NONE ? Double.NaN : column[r]).toArray())
        .toArray(double[][]::new);
  }
}
