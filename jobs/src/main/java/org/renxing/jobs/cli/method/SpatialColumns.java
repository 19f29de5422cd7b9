package org.renxing.jobs.cli.method;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.regression.DesignMatrix;
import org.renxing.regression.Formula;
import org.renxing.regression.Frame;
import org.renxing.regression.PanelRows;

/**
 * The columns of a spatial regression, in which every unit has every term in every year.
 *
 * @param response year × unit
 * @param regressors term × year × unit
 */
@SuppressWarnings("ArrayRecordComponent") // an immutable result
record SpatialColumns(double[][] response, List<String> terms, double[][][] regressors) {

  /**
   * What a formula makes of a file. Years in which a lag leaves no unit a value are left out.
   *
   * @throws RenxingException USAGE for a formula without terms or intercept, or of other columns;
   *     DATA_CHECK naming the unit and year where a column or term has no value
   */
  static SpatialColumns of(Formula formula, UnitTable file, YearGrid grid) {
    if (formula.terms().isEmpty() || !formula.hasIntercept()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "--formula: a spatial regression has an intercept and one term or more, as in 'y ~ x'");
    }
    List<String> columns =
        formula.columns().stream().map(c -> file.cells().column("--formula", c)).toList();
    file.requireNumbers(columns);
    int units = grid.units().size();
    int years = grid.years().length;
    Map<String, double[]> values = new LinkedHashMap<>();
    columns.forEach(column -> values.put(column, complete(file, grid, column)));
    PanelRows panel =
        new PanelRows(
            IntStream.range(0, units * years).map(row -> row / years).toArray(),
            IntStream.range(0, units * years).map(row -> grid.years()[row % years]).toArray());
    DesignMatrix design = formula.design(new Frame(values, Optional.of(panel)));
    int[] kept = Arrays.stream(design.rows()).map(row -> row % years).distinct().sorted().toArray();
    requireBalanced(design, grid, kept);
    return new SpatialColumns(
        byYear(design.y(), kept.length, units),
        design.terms(),
        Arrays.stream(design.x())
            .map(x -> byYear(x, kept.length, units))
            .toArray(double[][][]::new));
  }

  /** A column, the years of one unit after another. */
  private static double[] complete(UnitTable file, YearGrid grid, String column) {
    double[][] values = grid.values(file.numbers(column));
    double[] out = new double[values.length * grid.units().size()];
    for (int u = 0; u < grid.units().size(); u++) {
      for (int t = 0; t < values.length; t++) {
        if (Double.isNaN(values[t][u])) {
          throw new RenxingException(
              ErrorCode.DATA_CHECK,
              "%s: %s, column %s: is missing. A spatial regression needs every unit in every period, since each is its neighbours' lag; impute it, or leave the unit or year out"
                  .formatted(file.name(), place(grid, u, t), column));
        }
        out[u * values.length + t] = values[t][u];
      }
    }
    return out;
  }

  private static void requireBalanced(DesignMatrix design, YearGrid grid, int[] kept) {
    int years = grid.years().length;
    boolean[] has = new boolean[years * grid.units().size()];
    Arrays.stream(design.rows()).forEach(row -> has[row] = true);
    for (int row = 0; row < has.length; row++) {
      if (!has[row] && (kept.length == 0 || Arrays.binarySearch(kept, row % years) >= 0)) {
        throw new RenxingException(
            ErrorCode.DATA_CHECK,
            "--formula: undefined for %s; of %s rows, by term: %s"
                .formatted(
                    place(grid, row / years, row % years), design.leftOut(), design.undefined()));
      }
    }
  }

  private static String place(YearGrid grid, int unit, int year) {
    String name = grid.units().get(unit);
    return grid.years().length > 1 ? name + ", " + grid.years()[year] : name;
  }

  /** Rows by unit and year as year × unit. */
  private static double[][] byYear(double[] rows, int years, int units) {
    double[][] out = new double[years][units];
    for (int row = 0; row < rows.length; row++) {
      out[row % years][row / years] = rows[row];
    }
    return out;
  }
}
