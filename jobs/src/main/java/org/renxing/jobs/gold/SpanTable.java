package org.renxing.jobs.gold;

import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.UnitRules;

/** A table of units between two years. */
abstract class SpanTable extends StatisticsTable {
  private final SpansOfUnits spans;

  SpanTable(UnitRules rules) {
    spans = new SpansOfUnits(rules);
  }

  SpansOfUnits spans() {
    return spans;
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return spans.applyTo(scenario);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return spans.configuration(scenario);
  }

  @Override
  public String contentOf(TableName input, TableState state, Scenario scenario) {
    return UnitBoundaries.contentOf(input, state, scenario);
  }
}
