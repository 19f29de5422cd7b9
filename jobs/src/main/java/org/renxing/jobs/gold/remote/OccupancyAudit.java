package org.renxing.jobs.gold.remote;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.vacancy.AuditReport;
import org.renxing.vacancy.AuditReport.Confusion;
import org.renxing.vacancy.Calibration;

/** How well signals of occupancy do against the field audit. */
public final class OccupancyAudit extends CalibrationTable {
  public OccupancyAudit(RemoteAggregates aggregates) {
    super(aggregates);
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape(
                "occupancy_audit",
                "One row a use, estimated class and audited class of vacancy: the confusion matrix,"
                    + " cross-validated")
            .key("use", Type.STRING, "housing or commercial")
            .key("predicted_class", Type.STRING, "Class of the estimated rate of vacancy")
            .key("audited_class", Type.STRING, "Class of the audited rate of vacancy")
            .required("n", Type.INT, "areas", "Areas in both classes")
            .required("share", Type.DOUBLE, "0-1", "Share of all judged areas of the use")
            .required("n_audited", Type.INT, "areas", "Audited areas of the use")
            .required("n_judged", Type.INT, "areas", "Those of them with signals")
            .required("accuracy", Type.DOUBLE, "0-1", "Share of judged areas in the right class")
            .required("mean_absolute_error", Type.DOUBLE, "0-1", "Mean error of the rate, unsigned")
            .required("bias", Type.DOUBLE, "", "Mean of estimated less audited rate");
    return GoldTable.end(shape);
  }

  @Override
  List<Row> rows(Calibration calibration) {
    List<Row> out = new ArrayList<>();
    for (AuditReport r : calibration.reports()) {
      for (AuditReport.Confusion c : r.judged() == 0 ? List.<Confusion>of() : r.confusion()) {
        out.add(
            RowFactory.create(
                r.use(),
                c.predicted(),
                c.audited(),
                c.count(),
                (double) c.count() / r.judged(),
                r.audited(),
                r.judged(),
                Cells.number(r.accuracy()),
                Cells.number(r.meanAbsoluteError()),
                Cells.number(r.bias())));
      }
    }
    return out;
  }
}
