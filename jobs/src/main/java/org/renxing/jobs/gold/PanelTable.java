package org.renxing.jobs.gold;

import java.util.List;
import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;

/** A table that rests on the panel of a scenario. */
abstract class PanelTable implements GoldTable {
  @Override
  public List<TableName> inputs() {
    return ScenarioPanel.INPUTS;
  }

  @Override
  public Object configuration(Scenario scenario) {
    return ScenarioPanel.configuration(scenario);
  }

  @Override
  public String contentOf(TableName input, TableState state, Scenario scenario) {
    return ScenarioPanel.contentOf(input, state, scenario);
  }
}
