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

/** gold.driver_factor: how far each candidate explains a score, by the geographical detector. */
public final class DriverFactor extends DriverTable {
  public DriverFactor(LakeFiles files) {
    super(files, DriverFactor::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        ofPeriods("driver_factor", "One row an analysis, period and candidate")
            .key("factor", Type.STRING, "Candidate: a score or variable of the scenario")
            .required("response", Type.STRING, "", "Score or variable that is explained")
            .required(
                "n", Type.LONG, "", "Units (unit-years) that count: with every value, not alone")
            .required("n_left_out", Type.LONG, "", "Rows of the period that do not")
            .required("strata", Type.INT, "", "Strata with rows; 0 where it could not be cut")
            .optional(
                "discretisation",
                Type.STRING,
                "",
                "How it was cut: quantile, equal, natural, geometric, sd; values: each value a"
                    + " stratum")
            .optional("q", Type.DOUBLE, "0-1", "Share of the variance that strata explain")
            .optional("f", Type.DOUBLE, "", "F of q; null where strata explain all")
            .optional("p_value", Type.DOUBLE, "0-1", "By the noncentral F distribution")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why there is no q: NO_VALUES, NO_ROWS, ALL_EQUAL, ONE_STRATUM, TOO_FEW_ROWS,"
                    + " NOT_ABOVE_0")
            .check("what has no q has a reason", "(q IS NULL) = (reason IS NOT NULL)")
            .check("q and p are shares", "q BETWEEN 0 AND 1 AND p_value BETWEEN 0 AND 1"));
  }

  private static Iterator<Row> of(DriverAnswer answer) {
    List<Row> out = new ArrayList<>();
    for (DetectorAnswer period : answer.periods()) {
      for (DetectorAnswer.Factor factor : period.factors()) {
        out.add(
            RowFactory.create(
                answer.id(),
                period.period(),
                factor.name(),
                answer.response(),
                (long) factor.rows(),
                (long) factor.leftOut(),
                factor.strata(),
                Cells.text(factor.cut()),
                Cells.finite(factor.q()),
                Cells.finite(factor.f()),
                Cells.finite(factor.pValue()),
                Cells.text(factor.reason())));
      }
    }
    return out.iterator();
  }
}
