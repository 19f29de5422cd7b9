package org.renxing.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;

/**
 * What a table declares that it is made from, and all that follows from it: which tables come
 * before it, and on what of them and of the scenario it depends.
 */
public record Needs(TableName table, List<Need<?>> declared) {
  public Needs {
    declared = List.copyOf(declared);
  }

  /** The stored tables that are read, for the table itself or for what it shares with others. */
  public List<TableName> tables() {
    Set<TableName> out = new LinkedHashSet<>();
    declared.forEach(need -> out.addAll(need.tables()));
    return List.copyOf(out);
  }

  /** The parts of the scenario on which all that is needed depends, as stable text. */
  public String configuration(Scenario scenario) {
    Set<Need<?>> all = new LinkedHashSet<>();
    declared.forEach(need -> all.addAll(need.all()));
    return all.stream().map(need -> need.configuration(scenario)).collect(Collectors.joining("\n"));
  }

  /** What of a stored table all that is needed depends on, as stable text. */
  public String contentOf(TableName input, TableState state, Scenario scenario) {
    return declared.stream()
        .flatMap(need -> need.contentOf(input, state, scenario))
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  /** What to make the table from, for a scenario. */
  public Given given(Inputs inputs, Scenario scenario) {
    return new Given(table.toString(), declared, inputs, Optional.of(scenario));
  }

  /** The same for a table that is not kept by scenario. */
  public Given given(Inputs inputs) {
    return new Given(table.toString(), declared, inputs, Optional.empty());
  }
}
