package org.renxing.jobs.gold.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.model.YearRange;
import org.renxing.run.Inputs;
import org.renxing.run.Needs;
import org.renxing.run.TableTask;

/** Makes a gold table for the scenarios that have it, one part a scenario. */
public final class GoldTask implements TableTask {
  private final GoldTable table;
  private final Needs needs;
  private final Map<String, Scenario> scenarios = new LinkedHashMap<>();

  public GoldTask(GoldTable table, List<Scenario> scenarios) {
    this.table = table;
    this.needs = new Needs(table.spec().name(), table.needs());
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
    return table.rows(scenario, needs.given(inputs, scenario)).with("scenario_id", part);
  }

  @Override
  public String explain(Inputs inputs) {
    return scenarios.values().stream()
        .map(scenario -> table.explain(scenario, inputs))
        .collect(Collectors.joining());
  }
}
