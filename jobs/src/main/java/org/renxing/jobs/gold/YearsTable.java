package org.renxing.jobs.gold;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;
import org.renxing.territory.Boundaries;

/** A table of units that compares statistics of different years. */
abstract class YearsTable extends StatisticsTable {
  /** The rows, from the frame of statistics; unit_name is added after. */
  abstract Dataset<Row> rows(Scenario scenario, Dataset<Row> statistics, Boundaries boundaries);

  @Override
  public String contentOf(TableName input, TableState state, Scenario scenario) {
    return UnitBoundaries.contentOf(input, state, scenario);
  }

  @Override
  Dataset<Row> plan(Scenario scenario, Inputs inputs) {
    return rows(scenario, UnitStatistics.of(scenario, inputs), UnitBoundaries.of(scenario, inputs));
  }
}
