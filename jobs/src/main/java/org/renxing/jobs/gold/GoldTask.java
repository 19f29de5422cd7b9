package org.renxing.jobs.gold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.model.YearRange;
import org.renxing.run.Given;
import org.renxing.run.Inputs;
import org.renxing.run.Need;
import org.renxing.run.Needs;
import org.renxing.run.TableTask;
import org.renxing.territory.UnitDirectory;

/** Makes a gold table for the scenarios that have it, one part a scenario. */
public final class GoldTask implements TableTask {
  private final GoldTable table;
  private final Needs needs;
  private final boolean isOfUnits;
  private final Map<String, Scenario> scenarios = new LinkedHashMap<>();

  public GoldTask(GoldTable table, List<Scenario> scenarios) {
    this.table = table;
    this.isOfUnits = table.spec().columnNames().contains(GoldTable.UNIT_NAME_EN);
    List<Need<?>> all = new ArrayList<>(table.needs());
    if (isOfUnits && !all.contains(Units.DIRECTORY)) {
      all.add(Units.DIRECTORY);
    }
    this.needs = new Needs(table.spec().name(), all);
    scenarios.stream().filter(table::appliesTo).forEach(s -> this.scenarios.put(s.id(), s));
  }

  @Override
  public TableSpec spec() {
    return table.spec();
  }

  @Override
  public List<TableName> inputs() {
    return needs.tables();
  }

  @Override
  public List<String> parts() {
    return List.copyOf(scenarios.keySet());
  }

  @Override
  public String configuration(String part) {
    Scenario scenario = scenarios.get(part);
    return table.configuration(scenario) + "\n" + needs.configuration(scenario);
  }

  @Override
  public String years() {
    int first = scenarios.values().stream().mapToInt(s -> s.years().first()).min().orElse(0);
    int last = scenarios.values().stream().mapToInt(s -> s.years().last()).max().orElse(0);
    return scenarios.isEmpty() ? "" : new YearRange(first, last).toString();
  }

  @Override
  public String contentOf(TableName input, TableState state, String part) {
    return needs.contentOf(input, state, scenarios.get(part));
  }

  @Override
  public TableRows rows(String part, Inputs inputs) {
    Scenario scenario = scenarios.get(part);
    Given given = needs.given(inputs, scenario);
    TableRows rows = table.rows(scenario, given).with("scenario_id", part);
    return isOfUnits
        ? rows.with(GoldTable.UNIT_NAME_EN, "unit_id", english(given.get(Units.DIRECTORY)))
        : rows;
  }

  private static Map<String, String> english(UnitDirectory units) {
    Map<String, String> out = new HashMap<>();
    units.all().forEach(unit -> out.put(unit.id(), units.nameEn(unit.id())));
    return out;
  }

  @Override
  public String explain(Inputs inputs) {
    return scenarios.values().stream()
        .map(scenario -> table.explain(scenario, inputs))
        .collect(Collectors.joining());
  }
}
