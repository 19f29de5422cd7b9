package org.renxing.jobs.gold.shrinkage;

import java.util.List;
import org.renxing.jobs.gold.panel.StatisticsTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.model.Scenario;
import org.renxing.model.UnitRules;
import org.renxing.run.Need;

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
  public List<Need<?>> needs() {
    return List.of(spans.all(), Units.DIRECTORY);
  }
}
