package org.renxing.jobs.gold.drivers;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.drivers.DetectorAnswer;
import org.renxing.drivers.DriverAnswer;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.LakeFiles;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.driver_risk: whether the score differs between strata of a candidate. */
public final class DriverRisk extends DriverTable {
  public DriverRisk(LakeFiles files) {
    super(files, DriverRisk::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        ofPeriods("driver_risk", "One row an analysis, period, candidate and pair of its strata")
            .key("factor", Type.STRING, "Candidate: a score or variable of the scenario")
            .key("stratum_a", Type.INT, "Number of the lower stratum, from 1 upwards")
            .key("stratum_b", Type.INT, "Number of the higher stratum")
            .required("range_a", Type.STRING, "", "Bounds of the lower stratum, or its value")
            .required("range_b", Type.STRING, "", "Bounds of the higher stratum, or its value")
            .required("mean_a", Type.DOUBLE, "", "Mean of the response in the lower stratum")
            .required("mean_b", Type.DOUBLE, "", "In the higher stratum")
            .required("difference", Type.DOUBLE, "", "mean_a - mean_b")
            .optional("t", Type.DOUBLE, "", "Welch's t; null where neither stratum varies")
            .optional("df", Type.DOUBLE, "", "Its degrees of freedom")
            .optional("p_value", Type.DOUBLE, "0-1", "Two-sided")
            .optional("is_significant", Type.BOOLEAN, "", "p_value is at most 0.05")
            .check("strata are in order", "stratum_a < stratum_b")
            .check("what is tested is judged", "(p_value IS NULL) = (is_significant IS NULL)"));
  }

  private static Iterator<Row> of(DriverAnswer answer) {
    List<Row> out = new ArrayList<>();
    for (DetectorAnswer period : answer.periods()) {
      for (DetectorAnswer.Risk risk : period.risks()) {
        out.add(
            RowFactory.create(
                answer.id(),
                period.period(),
                risk.factor(),
                risk.first(),
                risk.second(),
                risk.firstRange(),
                risk.secondRange(),
                risk.firstMean(),
                risk.secondMean(),
                risk.difference(),
                Cells.finite(risk.t()),
                Cells.finite(risk.degreesOfFreedom()),
                Cells.finite(risk.pValue()),
                Double.isFinite(risk.pValue()) ? (Object) risk.isSignificant() : null));
      }
    }
    return out.iterator();
  }
}
