package org.renxing.jobs.gold;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import org.renxing.vacancy.AuditRows;
import org.renxing.vacancy.Calibration;

/** How each signal of occupancy is read and weighed. */
public final class OccupancySignal extends CalibrationTable {
  OccupancySignal(RemoteAggregates aggregates) {
    super(aggregates);
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape("occupancy_signal", "One row a use and signal: how it is read and weighed")
            .key("use", Type.STRING, "housing or commercial")
            .key("signal", Type.STRING, "What tells how many units are occupied")
            .required("intercept", Type.DOUBLE, "0-1", "What it says of an area where nobody lives")
            .required("slope", Type.DOUBLE, "", "Rise of what it says for each lived-in unit")
            .required("standard_deviation", Type.DOUBLE, "0-1", "Spread of its error in an area")
            .optional(
                "weight", Type.DOUBLE, "", "Weight where all signals are there; may be negative")
            .required("n_audited", Type.INT, "areas", "Audited areas that have it")
            .required("basis", Type.STRING, "", "calibrated, configured or rejected");
    return GoldTable.end(shape);
  }

  @Override
  Dataset<Row> rows(Calibration calibration, Inputs inputs) {
    return AuditRows.signals(inputs.spark(), calibration);
  }
}
