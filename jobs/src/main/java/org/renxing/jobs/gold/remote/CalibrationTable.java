package org.renxing.jobs.gold.remote;

import java.util.List;
import org.apache.spark.sql.Row;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.silver.remote.OccupancyArea;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.lake.TableRows;
import org.renxing.model.Analysis;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.Scenario;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.vacancy.Calibration;

/** A table of how signals of occupancy are read: of all areas of the run, in any scenario. */
abstract class CalibrationTable implements GoldTable {
  private final RemoteAggregates aggregates;
  private final Need<Calibration> calibration;

  CalibrationTable(RemoteAggregates aggregates) {
    this.aggregates = aggregates;
    this.calibration =
        Need.read(
            "calibration of vacancy",
            List.of(OccupancyArea.TABLE),
            aggregates.rules(),
            aggregates::calibration);
  }

  /** What the calibration says. */
  abstract List<Row> rows(Calibration calibration);

  @Override
  public List<Need<?>> needs() {
    return List.of(calibration);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.REMOTE) && aggregates.has(Group.OCCUPANCY);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return new TableRows.Held(columns(), rows(given.get(calibration)));
  }
}
