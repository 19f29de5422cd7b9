package org.renxing.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.model.Scenario;
import org.renxing.records.LocalRecords;

/**
 * The panel of some base values, for tests.
 *
 * @param values the cells of units that stay, by {@code unit/year/indicator}, and by {@code
 *     unit/year} where there is one indicator
 * @param exclusions by unit
 */
public record PanelCells(Map<String, Cell> values, Map<String, UnitExclusion> exclusions) {

  /** A base value that is observed. */
  public record Given(String unit, int year, String code, double value) {}

  /** A cell; NaN where a value is missing. */
  public record Cell(
      double raw,
      double value,
      Optional<String> reason,
      Optional<String> method,
      Optional<String> from) {}

  /** The panel of units without groups. */
  static PanelCells of(Scenario scenario, Collection<Given> given, Collection<String> units) {
    Map<String, String> groups = new TreeMap<>();
    units.forEach(unit -> groups.put(unit, ""));
    return of(scenario, given, groups);
  }

  /** The panel of units with these groups. */
  public static PanelCells of(
      Scenario scenario, Collection<Given> given, Map<String, String> groups) {
    PanelKernel kernel = PanelKernel.of(scenario);
    return of(kernel, units(kernel.base(), given, groups));
  }

  /** What a kernel makes of units along its grid. */
  static PanelCells of(PanelKernel kernel, List<UnitBase> units) {
    Map<String, Cell> values = new TreeMap<>();
    Map<String, UnitExclusion> exclusions = new TreeMap<>();
    PanelGrid grid = kernel.grid();
    for (UnitPanel panel : kernel.build(LocalRecords.of(units)).list()) {
      panel.exclusion().ifPresent(why -> exclusions.put(panel.unitId(), why));
      for (int cell = 0; panel.exclusion().isEmpty() && cell < grid.size(); cell++) {
        String key = panel.unitId() + "/" + grid.year(cell);
        values.put(grid.codes().size() == 1 ? key : key + "/" + grid.code(cell), at(panel, cell));
      }
    }
    return new PanelCells(values, exclusions);
  }

  private static Cell at(UnitPanel panel, int cell) {
    return new Cell(
        panel.rawValue(cell),
        panel.value(cell),
        panel.missingReason(cell),
        panel.method(cell).map(ImputationMethod::text),
        panel.imputedFrom(cell));
  }

  private static List<UnitBase> units(
      PanelGrid grid, Collection<Given> given, Map<String, String> groups) {
    Map<String, List<BaseCell>> cells = new TreeMap<>();
    groups.keySet().forEach(unit -> cells.put(unit, new ArrayList<>()));
    for (Given one : given) {
      cells.get(one.unit()).add(BaseCell.of(one.year(), one.code(), one.value()));
    }
    List<UnitBase> out = new ArrayList<>();
    cells.forEach((unit, own) -> out.add(UnitBase.of(grid, unit, groups.get(unit), own)));
    return out;
  }
}
