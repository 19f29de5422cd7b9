package org.renxing.jobs.gold.drivers;

import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.drivers.LearningAnswer;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.learning.FitFigures;
import org.renxing.learning.LearningResult.Importance;
import org.renxing.learning.PermutationImportance;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.regression.Formula;

/** gold.driver_importance: by how much models that learnt a response err more without a feature. */
public final class DriverImportance extends LearningTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        ofFeatures("driver_importance", "One row an analysis with learning, and feature")
            .required("response", Type.STRING, "", "Score or variable that is learnt")
            .required("method", Type.STRING, "", "forest, boosted or elastic-net")
            .optional("rank", Type.INT, "", "1 for the largest importance")
            .optional(
                "importance",
                Type.DOUBLE,
                "",
                "Rise of the mean squared error out of fold where the feature is shuffled, in the"
                    + " squared unit of the response")
            .optional("importance_sd", Type.DOUBLE, "", "Standard deviation over the shuffles")
            .optional("r2_loss", Type.DOUBLE, "", "Importance over the variance of the response")
            .optional(
                "r2",
                Type.DOUBLE,
                "",
                "Of the whole model, out of fold: without it no importance says anything; below 0"
                    + " where the mean predicts better")
            .optional("rmse", Type.DOUBLE, "", "Root mean squared error, out of fold")
            .optional("mae", Type.DOUBLE, "", "Mean absolute error, out of fold")
            .required("n", Type.LONG, "", "Unit-years with the response and all features")
            .required("n_units", Type.LONG, "units", "Units of these")
            .required("n_folds", Type.INT, "", "Folds; all years of a unit lie in one")
            .optional(
                "correlated_with",
                Type.STRING,
                "",
                "Features that share the importance: rank correlation of 0.7 or more either way")
            .optional("note", Type.STRING, "", "COLLINEAR_WITH:a + b; more of a reason")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why there is none: CONSTANT, DUPLICATE_OF:a, NO_ROWS, RESPONSE_CONSTANT,"
                    + " TOO_FEW_UNITS, NO_FEATURE_VARIES")
            .check(
                "what has no importance has a reason",
                "(importance IS NULL) = (reason IS NOT NULL)")
            .check("what has an importance has its fit", "importance IS NULL OR r2 <= 1"));
  }

  @Override
  Stream<Row> of(LearningAnswer answer) {
    return answer
        .result()
        .map(result -> result.importances().stream().map(one -> row(answer, result.fit(), one)))
        .orElseGet(() -> answer.features().stream().map(feature -> without(answer, feature)));
  }

  private static Row row(LearningAnswer answer, FitFigures fit, Importance one) {
    boolean isUsed = one.rank() > 0;
    return RowFactory.create(
        answer.id(),
        Formula.bare(one.candidate()),
        answer.response(),
        answer.learning().method().text(),
        isUsed ? one.rank() : null,
        Cells.finite(one.permutation().mean()),
        Cells.finite(one.permutation().sd()),
        Cells.finite(one.permutation().r2Loss()),
        Cells.finite(fit.r2()),
        Cells.finite(fit.rmse()),
        Cells.finite(fit.mae()),
        (long) answer.rows(),
        (long) answer.units(),
        answer.learning().folds(),
        Cells.text(Formula.bare(one.correlatedWith())),
        Cells.text(Formula.bare(one.note())),
        Cells.text(Formula.bare(one.reason())));
  }

  /** Every feature has the reason of the whole. */
  private static Row without(LearningAnswer answer, String feature) {
    double none = Double.NaN;
    return row(
        answer,
        new FitFigures(answer.rows(), none, none, none),
        new Importance(
            feature,
            0,
            new PermutationImportance(-1, none, none, none),
            "",
            answer.note(),
            answer.reason()));
  }
}
