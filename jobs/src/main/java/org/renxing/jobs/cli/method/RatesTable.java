package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.renxing.model.RenxingException;
import org.renxing.numerics.CodePointOrder;
import org.renxing.projection.Driver;
import org.renxing.projection.Growth;
import org.renxing.projection.ScenarioRates;

/**
 * A table of growth rates: scenario, from, to, factor, low, mode, high, and id where units differ.
 */
final class RatesTable {
  private static final String OPTION = "--rates";

  private final InputTable cells;
  private final Map<String, String> columns = new HashMap<>();
  private final Optional<String> id;

  private RatesTable(InputTable cells) {
    this.cells = cells;
    for (String name : List.of("scenario", "from", "to", "factor", "low", "mode", "high")) {
      columns.put(name, cells.column(OPTION, name));
    }
    this.id = cells.columns().stream().filter("id"::equals).findFirst();
  }

  /**
   * The scenarios of a file, by name.
   *
   * @param base year in which all begin
   * @param units that there are
   * @throws RenxingException DATA_CHECK for what is no rate, and steps that do not follow each
   *     other
   */
  static List<ScenarioRates> read(InputTable cells, int base, Set<String> units) {
    RatesTable table = new RatesTable(cells);
    Map<String, Map<String, List<Growth>>> all = new TreeMap<>(CodePointOrder.ASCENDING);
    for (int row = 0; row < cells.size(); row++) {
      String scenario = cells.bare(row, table.columns.get("scenario"));
      if (scenario.isEmpty()) {
        throw cells.broken(row, "", ": has no scenario");
      }
      all.computeIfAbsent(scenario, s -> new LinkedHashMap<>())
          .computeIfAbsent(table.unit(row, units), u -> new ArrayList<>())
          .add(table.growth(row));
    }
    List<ScenarioRates> out = new ArrayList<>();
    all.forEach((scenario, rates) -> out.add(ScenarioRates.of(scenario, base, rates)));
    return out;
  }

  private String unit(int row, Set<String> units) {
    String unit = id.map(column -> cells.bare(row, column)).orElse(ScenarioRates.EVERY);
    if (!unit.isEmpty() && !units.contains(unit)) {
      throw cells.broken(row, "", ", column id: the input has no unit '" + unit + "'");
    }
    return unit;
  }

  private Growth growth(int row) {
    String factor = cells.bare(row, columns.get("factor"));
    Driver driver =
        Driver.of(factor)
            .orElseThrow(
                () ->
                    broken(
                        row,
                        "factor",
                        "'" + factor + "' is none of " + String.join(", ", Driver.texts())));
    double low = rate(row, "low");
    double mode = rate(row, "mode");
    double high = rate(row, "high");
    if (!(low <= mode && mode <= high)) {
      throw broken(row, "mode", mode + " does not lie between low " + low + " and high " + high);
    }
    return new Growth(driver, year(row, "from"), year(row, "to"), low, mode, high);
  }

  private int year(int row, String name) {
    String column = columns.get(name);
    return cells
        .year(row, column)
        .orElseThrow(() -> broken(row, name, "'" + cells.text(row, column) + "' is no year"));
  }

  private double rate(int row, String name) {
    double rate =
        cells
            .figure(row, columns.get(name), "")
            .orElseThrow(() -> broken(row, name, "is missing; a growth a year is needed"));
    if (!(rate > -1 && rate < 1)) {
      throw broken(
          row, name, rate + " is no growth a year as a share between -1 and 1: 0.03 for 3 %");
    }
    return rate;
  }

  private RenxingException broken(int row, String column, String what) {
    return cells.broken(row, "", ", column " + column + ": " + what);
  }
}
