package org.renxing.jobs.gold;

import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;

/** A table of units that compares statistics of different years. */
abstract class YearsTable extends StatisticsTable {
  @Override
  public String contentOf(TableName input, TableState state, Scenario scenario) {
    return UnitBoundaries.contentOf(input, state, scenario);
  }
}
