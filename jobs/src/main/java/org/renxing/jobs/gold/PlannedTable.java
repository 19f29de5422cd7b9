package org.renxing.jobs.gold;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.Scenario;
import org.renxing.records.TableRows;
import org.renxing.run.Inputs;

/** A table whose rows are a plan of Spark. */
interface PlannedTable extends GoldTable {
  /** The rows of a scenario, without scenario_id and run_id; a lazy plan. */
  Dataset<Row> build(Scenario scenario, Inputs inputs);

  @Override
  default TableRows rows(Scenario scenario, Inputs inputs) {
    return new TableRows.Planned(build(scenario, inputs));
  }
}
