package org.renxing.jobs.gold;

import java.util.List;
import org.renxing.run.Need;

/** A table of units that compares statistics of different years. */
abstract class YearsTable extends StatisticsTable {
  @Override
  public List<Need<?>> needs() {
    return List.of(UnitStatistics.FIGURES, UnitBoundaries.OF_SCENARIO, Units.DIRECTORY);
  }
}
