package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Row;
import org.renxing.jobs.silver.remote.OccupancyArea;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.lake.TableState;
import org.renxing.model.Analysis;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;
import org.renxing.vacancy.Calibration;

/** A table of how signals of occupancy are read: of all areas of the run, in any scenario. */
abstract class CalibrationTable implements GoldTable {
  private final RemoteAggregates aggregates;

  CalibrationTable(RemoteAggregates aggregates) {
    this.aggregates = aggregates;
  }

  /** What the calibration says. */
  abstract List<Row> rows(Calibration calibration);

  @Override
  public List<TableName> inputs() {
    return List.of(OccupancyArea.TABLE);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.REMOTE) && aggregates.has(Group.OCCUPANCY);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return aggregates.rules();
  }

  @Override
  public String contentOf(TableName input, TableState state, Scenario scenario) {
    return state.contentOf(TableState.WHOLE);
  }

  @Override
  public TableRows rows(Scenario scenario, Inputs inputs) {
    return new TableRows.Held(
        TableShape.of(spec(), "scenario_id", "run_id"), rows(aggregates.calibration(inputs)));
  }
}
