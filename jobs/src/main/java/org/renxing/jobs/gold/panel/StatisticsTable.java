package org.renxing.jobs.gold.panel;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.panel.UnitFigures;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;

/** A table of units that rests on statistics alone. */
public abstract class StatisticsTable implements GoldTable {
  /** Whether a scenario names any of them. */
  protected static boolean hasAny(Scenario scenario, Statistic... wanted) {
    for (Statistic statistic : wanted) {
      if (UnitStatistics.are(scenario, statistic)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a scenario names GDP, at whatever prices. */
  protected static boolean hasOutput(Scenario scenario) {
    return hasAny(scenario, Statistic.GDP, Statistic.GDP_REAL);
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(UnitStatistics.FIGURES, Units.DIRECTORY);
  }

  /** Rows of the table, from the figures of each unit. */
  protected final TableRows rows(Given given, Records.Each<UnitFigures, Row> each) {
    return rows(given.get(UnitStatistics.FIGURES), each);
  }

  /** Rows of the table, one or several a record. */
  protected final <T extends Serializable> TableRows rows(
      Records<T> records, Records.Each<T, Row> each) {
    return records.rows(columns(), each);
  }
}
