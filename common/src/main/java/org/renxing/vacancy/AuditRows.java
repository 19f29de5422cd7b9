package org.renxing.vacancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.renxing.measure.Cells;

/** Reports of audits as rows of tables. */
public final class AuditRows {
  private static final StructType SUMMARY =
      StructType.fromDDL(
          "use string, n_audited int, n_judged int, accuracy double, mean_absolute_error double,"
              + " bias double");
  private static final StructType CONFUSION =
      StructType.fromDDL(
          "use string, predicted_class string, audited_class string, n int, share double");
  private static final StructType SIGNALS =
      StructType.fromDDL(
          "use string, signal string, intercept double, slope double, standard_deviation double,"
              + " weight double, n_audited int, basis string");

  private AuditRows() {}

  /**
   * One row a use: n_audited, n_judged, accuracy, mean_absolute_error, bias (null where no area is
   * judged).
   */
  public static Dataset<Row> summary(SparkSession spark, Calibration calibration) {
    List<Row> rows = new ArrayList<>();
    for (AuditReport r : calibration.reports()) {
      rows.add(
          RowFactory.create(
              r.use(),
              r.audited(),
              r.judged(),
              Cells.number(r.accuracy()),
              Cells.number(r.meanAbsoluteError()),
              Cells.number(r.bias())));
    }
    return spark.createDataFrame(rows, SUMMARY);
  }

  /**
   * One row a use with judged areas, estimated class and audited class: n, and share of the judged
   * areas.
   */
  public static Dataset<Row> confusion(SparkSession spark, Calibration calibration) {
    List<Row> rows = new ArrayList<>();
    for (AuditReport r : calibration.reports()) {
      for (AuditReport.Confusion c :
          r.judged() == 0 ? List.<AuditReport.Confusion>of() : r.confusion()) {
        double share = (double) c.count() / r.judged();
        rows.add(RowFactory.create(r.use(), c.predicted(), c.audited(), c.count(), share));
      }
    }
    return spark.createDataFrame(rows, CONFUSION);
  }

  /**
   * One row a use and signal: intercept, slope, standard_deviation of its error, weight where all
   * signals are there, n_audited, basis (calibrated, configured, rejected).
   */
  public static Dataset<Row> signals(SparkSession spark, Calibration calibration) {
    List<Row> rows = new ArrayList<>();
    for (AuditReport r : calibration.reports()) {
      for (SignalFit fit : r.signals()) {
        rows.add(
            RowFactory.create(
                r.use(),
                fit.signal().code(),
                fit.intercept(),
                fit.slope(),
                fit.standardDeviation(),
                r.weights().get(fit.signal().place()),
                fit.audits(),
                fit.basis().name().toLowerCase(Locale.ROOT)));
      }
    }
    return spark.createDataFrame(rows, SIGNALS);
  }
}
