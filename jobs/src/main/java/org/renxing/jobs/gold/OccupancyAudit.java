package org.renxing.jobs.gold;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.silver.remote.RemoteAggregates;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import org.renxing.vacancy.AuditRows;
import org.renxing.vacancy.Calibration;

/** How well signals of occupancy do against the field audit. */
public final class OccupancyAudit extends CalibrationTable {
  OccupancyAudit(RemoteAggregates aggregates) {
    super(aggregates);
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape(
                "occupancy_audit",
                "One row a use, estimated class and audited class of vacancy: the confusion matrix, cross-validated")
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
  Dataset<Row> rows(Calibration calibration, Inputs inputs) {
    return AuditRows.confusion(inputs.spark(), calibration)
        .join(AuditRows.summary(inputs.spark(), calibration), "use");
  }
}
