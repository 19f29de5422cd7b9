package org.renxing.jobs.gold.panel;

import java.util.List;
import java.util.Set;
import org.renxing.jobs.gold.units.Units;
import org.renxing.panel.PanelKernel;
import org.renxing.panel.UnitPanel;
import org.renxing.records.Records;
import org.renxing.run.Need;

/** The panel of a scenario, computed once for the tables that show it. */
final class ScenarioPanel {
  /** The panels of the scenario's units, those that leave it included. */
  static final Need<Records<UnitPanel>> PANELS =
      BaseUnits.narrowed(
          Need.of(
              "panel",
              List.of(BaseUnits.OF_SCENARIO, Units.IDS),
              scenario ->
                  List.of(
                      scenario.indexSystem(),
                      scenario.population().filter(),
                      scenario.years(),
                      scenario.imputation()),
              (scenario, given) ->
                  of(
                          PanelKernel.of(scenario),
                          given.get(BaseUnits.OF_SCENARIO),
                          given.get(Units.IDS))
                      .kept()),
          scenario -> PanelKernel.of(scenario).base().codes());

  private ScenarioPanel() {}

  /** What a kernel makes of some units. */
  static Records<UnitPanel> of(PanelKernel kernel, BaseUnits base, Set<String> unitIds) {
    return kernel.reading(base.grid()).build(base.of(unitIds));
  }
}
