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

/** gold.regression_test: tests of regressions. */
public final class RegressionTests extends DriverTable {
  public RegressionTests(LakeFiles files) {
    super(files, RegressionTests::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        ofModels("regression_test", "One row an analysis, model and test")
            .key(
                "test",
                Type.STRING,
                "f_effects, breusch_pagan, hausman, parallel_trends (all leads are 0), lm_error,"
                    + " lm_lag, robust_lm_error, robust_lm_lag, sarma, lr_least_squares, lr_lag,"
                    + " lr_error")
            .optional("statistic", Type.DOUBLE, "", "F where there is df2, else chi-squared")
            .optional("df1", Type.DOUBLE, "", "Degrees of freedom")
            .optional("df2", Type.DOUBLE, "", "Of the denominator of F")
            .optional("p_value", Type.DOUBLE, "0-1", "Probability of the statistic or more")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why there is none: COVARIANCE_NOT_POSITIVE_DEFINITE, NOT_NESTED, NO_TERMS, …")
            .check("what has no test has a reason", "(p_value IS NULL) = (reason IS NOT NULL)")
            .check("p is a share", "p_value BETWEEN 0 AND 1"));
  }

  private static Iterator<Row> of(DriverAnswer answer) {
    List<Row> out = new ArrayList<>();
    for (ModelAnswer model : answer.models()) {
      for (ModelAnswer.Test test : model.tests()) {
        out.add(
            RowFactory.create(
                answer.id(),
                model.model(),
                test.name(),
                Cells.finite(test.statistic()),
                Cells.finite(test.degreesOfFreedom()),
                Cells.finite(test.denominator()),
                Cells.finite(test.pValue()),
                Cells.text(test.reason())));
      }
    }
    return out.iterator();
  }
}
