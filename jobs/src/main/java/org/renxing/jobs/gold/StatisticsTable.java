package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;

/** A table of units that rests on statistics alone. */
abstract class StatisticsTable implements PlannedTable {
  /** The rows; unit_name is added after. */
  abstract Dataset<Row> plan(Scenario scenario, Inputs inputs);

  /** Whether a scenario names any of them. */
  static boolean hasAny(Scenario scenario, Statistic... wanted) {
    for (Statistic statistic : wanted) {
      if (UnitStatistics.are(scenario, statistic)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a scenario names GDP, at whatever prices. */
  static boolean hasOutput(Scenario scenario) {
    return hasAny(scenario, Statistic.GDP, Statistic.GDP_REAL);
  }

  @Override
  public List<TableName> inputs() {
    return UnitStatistics.INPUTS;
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(UnitStatistics.configuration(scenario), scenario.resource());
  }

  @Override
  public String contentOf(TableName input, TableState state, Scenario scenario) {
    return UnitStatistics.contentOf(input, state, scenario);
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    return Units.named(plan(scenario, inputs), inputs);
  }
}
