package org.renxing.jobs.gold.drivers;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.drivers.DriverAnswer;
import org.renxing.drivers.ModelAnswer;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.LakeFiles;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.regression_coefficient: what each term of a regression comes to. */
public final class RegressionCoefficient extends DriverTable {
  public RegressionCoefficient(LakeFiles files) {
    super(files, RegressionCoefficient::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        ofModels("regression_coefficient", "One row an analysis, model and term")
            .key(
                "term",
                Type.STRING,
                "Term of the formula; W x: the neighbours' mean of x; rho, lambda, sigma; treated,"
                    + " lead_N, lag_N of events (base: the year before); paths of mediation")
            .required("method", Type.STRING, "", "Method of the model, see regression_fit")
            .optional(
                "estimate", Type.DOUBLE, "", "Change of the response for one unit of the term")
            .optional("std_error", Type.DOUBLE, "", "Standard error, see regression_fit.note")
            .optional("statistic", Type.DOUBLE, "", "Estimate over standard error")
            .optional("p_value", Type.DOUBLE, "0-1", "Two-sided")
            .optional("conf_low", Type.DOUBLE, "", "Lower end of the interval of 95 %")
            .optional("conf_high", Type.DOUBLE, "", "Upper end of the interval of 95 %")
            .optional(
                "vif",
                Type.DOUBLE,
                "",
                "Variance inflation factor among the other terms, after effects")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why there is no estimate: CONSTANT, ABSORBED_BY_EFFECTS, COLLINEAR_WITH: terms, or"
                    + " that of the model")
            .check("what has no estimate has a reason", "(estimate IS NULL) = (reason IS NOT NULL)")
            .check("p is a share", "p_value BETWEEN 0 AND 1")
            .check("intervals hold the estimate", "estimate BETWEEN conf_low AND conf_high"));
  }

  private static Iterator<Row> of(DriverAnswer answer) {
    List<Row> out = new ArrayList<>();
    for (ModelAnswer model : answer.models()) {
      for (ModelAnswer.Estimate term : model.estimates()) {
        out.add(
            RowFactory.create(
                answer.id(),
                model.model(),
                term.term(),
                model.method(),
                Cells.finite(term.estimate()),
                Cells.finite(term.standardError()),
                Cells.finite(term.statistic()),
                Cells.finite(term.pValue()),
                Cells.finite(term.low()),
                Cells.finite(term.high()),
                Cells.finite(term.inflation()),
                Cells.text(term.reason())));
      }
    }
    return out.iterator();
  }
}
