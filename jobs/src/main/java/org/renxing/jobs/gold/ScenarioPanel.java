package org.renxing.jobs.gold;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.jobs.silver.Observation;
import org.renxing.jobs.silver.UnitLineage;
import org.renxing.lake.TableState;
import org.renxing.model.Adjustment;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.panel.PanelKernel;
import org.renxing.panel.UnitPanel;
import org.renxing.records.Records;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;

/** The panel of a scenario, computed once for the tables that show it. */
final class ScenarioPanel {
  static final List<TableName> INPUTS =
      List.of(Observation.TABLE, DimUnit.TABLE, UnitLineage.TABLE, SuspectValue.TABLE);

  private ScenarioPanel() {}

  /** What of a scenario the panel depends on. */
  static Object configuration(Scenario scenario) {
    return List.of(
        scenario.indexSystem(),
        scenario.population(),
        scenario.years(),
        scenario.imputation(),
        scenario.adjustment(),
        scenario.asOf());
  }

  /**
   * Of observations and suspects only those of the base indicators that the scenario needs, and of
   * the lineage nothing unless boundaries are merged.
   */
  static String contentOf(TableName input, TableState state, Scenario scenario) {
    return contentOf(input, state, scenario, inputs(scenario));
  }

  private static Set<String> inputs(Scenario scenario) {
    Set<String> out = new TreeSet<>(PanelKernel.of(scenario).base().codes());
    scenario.adjustment().prices().ifPresent(prices -> out.add(prices.deflator()));
    return out;
  }

  /** The same for the base indicators named, and the deflator. */
  static String contentOf(TableName input, TableState state, Scenario scenario, Set<String> codes) {
    if (input.equals(UnitLineage.TABLE) && !isMerged(scenario)) {
      return "not used";
    }
    if (input.equals(SuspectValue.TABLE)) {
      return SuspectValue.contentOf(state, codes);
    }
    return input.equals(Observation.TABLE)
        ? Observation.contentOf(state, codes, scenario.asOf().isPresent())
        : state.contentOf(scenario.id());
  }

  /** The panels of the scenario's units, those that leave it included; kept while the run lasts. */
  static Records<UnitPanel> of(Scenario scenario, Inputs inputs) {
    return inputs.shared(
        new SharedKey<Records<UnitPanel>>("panel", scenario.id()),
        () -> of(PanelKernel.of(scenario), scenario, inputs).kept());
  }

  /** What a kernel makes of the scenario's units. */
  static Records<UnitPanel> of(PanelKernel kernel, Scenario scenario, Inputs inputs) {
    BaseUnits base = new BaseUnits(scenario, inputs);
    return kernel.reading(base.grid()).build(base.of(Units.idsOf(scenario, inputs)));
  }

  private static boolean isMerged(Scenario scenario) {
    return scenario.adjustment().boundaries() == Adjustment.Boundaries.MERGED;
  }
}
