package org.renxing.jobs.gold.panel;

import java.util.List;
import org.renxing.jobs.gold.units.UnitBoundaries;
import org.renxing.jobs.gold.units.Units;
import org.renxing.run.Need;

/** A table of units that compares statistics of different years. */
public abstract class YearsTable extends StatisticsTable {
  @Override
  public List<Need<?>> needs() {
    return List.of(UnitStatistics.FIGURES, UnitBoundaries.OF_SCENARIO, Units.DIRECTORY);
  }
}
