package org.renxing.jobs.gold.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.vacancy.AuditReport;
import org.renxing.vacancy.Calibration;
import org.renxing.vacancy.SignalFit;

/** How each signal of occupancy is read and weighed. */
public final class OccupancySignal extends CalibrationTable {
  public OccupancySignal(RemoteAggregates aggregates) {
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
            .required("n_judged", Type.INT, "areas", "Those of them that it judges alone")
            .optional(
                "accuracy",
                Type.DOUBLE,
                "0-1",
                "Share of these in the right class of vacancy by this signal alone,"
                    + " cross-validated")
            .optional(
                "mean_absolute_error",
                Type.DOUBLE,
                "0-1",
                "Mean error of the rate of vacancy by this signal alone, unsigned")
            .required("basis", Type.STRING, "", "calibrated, configured or rejected");
    return GoldTable.end(shape);
  }

  @Override
  List<Row> rows(Calibration calibration) {
    List<Row> out = new ArrayList<>();
    for (AuditReport r : calibration.reports()) {
      for (SignalFit fit : r.signals()) {
        AuditReport.Agreement alone = r.alone().get(fit.signal().place());
        out.add(
            RowFactory.create(
                r.use(),
                fit.signal().code(),
                fit.intercept(),
                fit.slope(),
                fit.standardDeviation(),
                Cells.number(r.weights().get(fit.signal().place())),
                fit.audits(),
                alone.judged(),
                Cells.number(alone.accuracy()),
                Cells.number(alone.meanAbsoluteError()),
                fit.basis().name().toLowerCase(Locale.ROOT)));
      }
    }
    return out;
  }
}
