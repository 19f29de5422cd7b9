package org.renxing.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.renxing.model.Imputation;

/**
 * Imputation of a panel of rows, such as those of a file, by the chain of scenarios (methods:
 * panel): interior, ends, then the median of all units of the year. The grid has the years that
 * occur; rows that a unit lacks are not made, and no unit leaves.
 *
 * @param panel the same rows, with the values that were found
 * @param cells where values were found, row by row
 */
public record RowImputation(PackedPanel panel, List<Cell> cells) {
  public RowImputation {
    cells = List.copyOf(cells);
  }

  /** A value that was imputed. */
  public record Cell(int row, String indicator, ImputationMethod method) {}

  /**
   * Imputes.
   *
   * @param panel each unit and year once
   * @param rules of which the group and the dropping of units do not count; with a cap of 1
   */
  public static RowImputation of(PackedPanel panel, Imputation rules) {
    PanelGrid grid =
        new PanelGrid(Arrays.stream(panel.years()).boxed().toList(), panel.indicators());
    Imputer imputer = new Imputer(rules, grid);
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    IntStream.range(0, panel.rows())
        .forEach(r -> rows.computeIfAbsent(panel.units().get(r), u -> new ArrayList<>()).add(r));
    Map<String, UnitPanel> units = new LinkedHashMap<>();
    GroupValues group = new GroupValues();
    rows.forEach(
        (unit, own) -> {
          UnitPanel imputed = imputer.impute(packed(panel, unit, own, grid));
          group.add(imputed);
          units.put(unit, imputed);
        });
    if (rules.fallback() == Imputation.Fallback.GROUP_MEDIAN) {
      GroupMedians medians = group.medians();
      units.replaceAll((unit, values) -> Imputer.fill(values, medians));
    }
    return collected(panel, rows, units, grid);
  }

  private static UnitPanel packed(
      PackedPanel panel, String unit, List<Integer> rows, PanelGrid grid) {
    double[] values = new double[grid.size()];
    Arrays.fill(values, Double.NaN);
    for (int row : rows) {
      int first = first(panel, row, grid);
      System.arraycopy(panel.row(row), 0, values, first, grid.codes().size());
    }
    return UnitPanel.of(unit, values);
  }

  private static int first(PackedPanel panel, int row, PanelGrid grid) {
    return grid.codes().isEmpty()
        ? 0
        : grid.find(panel.year(row), grid.codes().get(0)).orElseThrow();
  }

  private static RowImputation collected(
      PackedPanel panel,
      Map<String, List<Integer>> rows,
      Map<String, UnitPanel> units,
      PanelGrid grid) {
    int width = grid.codes().size();
    double[] values = new double[panel.rows() * width];
    Map<Integer, List<Cell>> cells = new TreeMap<>();
    rows.forEach(
        (unit, own) -> {
          UnitPanel imputed = units.get(unit);
          for (int row : own) {
            List<Cell> found = cells.computeIfAbsent(row, r -> new ArrayList<>());
            int first = first(panel, row, grid);
            for (int j = 0; j < width; j++) {
              values[row * width + j] = imputed.value(first + j);
              Optional<ImputationMethod> method = imputed.method(first + j);
              String code = grid.codes().get(j);
              method.ifPresent(m -> found.add(new Cell(row, code, m)));
            }
          }
        });
    return new RowImputation(
        panel.with(values), cells.values().stream().flatMap(List::stream).toList());
  }
}
