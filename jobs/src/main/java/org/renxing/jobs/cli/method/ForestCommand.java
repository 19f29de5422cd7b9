package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.learning.Learner;
import org.renxing.learning.FitFigures;
import org.renxing.learning.LearningOptions;
import org.renxing.learning.LearningResult;
import org.renxing.learning.LinearTerm;
import org.renxing.learning.ResponseCurve;
import org.renxing.regression.DesignMatrix;
import org.renxing.regression.Formula;
import org.renxing.regression.Frame;
import org.renxing.regression.PanelRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forests, boosted trees and elastic nets. The one method that starts a session: MLlib trains. */
@Command(
    name = "forest",
    mixinStandardHelpOptions = true,
    header = "Importance and response curves of drivers: forest, boosted trees, elastic net.",
    description = {
      "Tables: importance (by shuffling, out of fold, with the fit out of fold), response (partial"
          + " dependence and accumulated local effects), fit (of each fold), coefficients (of an"
          + " elastic net).",
      "Models are trained without each fold of units in turn. Starts a Spark session."
    },
    footer = {
      "",
      "Example:",
      "  bin/renxing method forest --input cities.csv --id city --year year \\",
      "    --formula \"score ~ log(gdp) + green + road\" --seed 1"
    })
@InHelp(HelpGroup.DRIVERS)
final class ForestCommand implements Callable<Integer> {
  @Mixin private ModelInput data;
  @Mixin private TrainingOptions training;
  @Mixin private AnswerOptions answer;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--formula",
      required = true,
      paramLabel = "\"y ~ x\"",
      description = "As method panel has it; candidates right of ~.")
  private String formula;

  @Override
  public Integer call() {
    answer.require(data.path(), List.of("importance", "response", "fit", "coefficients"));
    LearningOptions options = training.options();
    data.require("method forest", false);
    Formula parsed = Formula.parse(formula);
    Frame frame = data.read(parsed);
    DesignMatrix design = parsed.design(frame);
    ModelTables.note(design);
    PanelRows panel = frame.panel().orElseThrow().select(design.rows());
    LearningResult result = Learner.once(design, panel, options);
    note(result);
    Map<String, Answer> out = new LinkedHashMap<>();
    out.put("importance", importance(result));
    out.put("response", response(result));
    out.put("fit", fit(result));
    out.put("coefficients", coefficients(result));
    answer.write(out, List.of());
    return 0;
  }

  private static void note(LearningResult result) {
    FitFigures fit = result.fit();
    System.err.printf(
        Locale.ROOT,
        "%,d rows of %,d units; out of fold R2 %.4f, RMSE %.6g, MAE %.6g%n",
        fit.rows(),
        result.units(),
        fit.r2(),
        fit.rmse(),
        fit.mae());
    if (!(fit.r2() > 0)) {
      System.err.println(
          "The models predict unknown units no better than the mean does: their importances and"
              + " curves say nothing of the response");
    }
    for (LearningResult.Importance i : result.importances()) {
      if (!i.correlatedWith().isEmpty()) {
        System.err.printf(
            "%s goes with %s: they share an importance%n", i.candidate(), i.correlatedWith());
      }
    }
  }

  private static Answer importance(LearningResult result) {
    List<Row> rows = new ArrayList<>();
    FitFigures fit = result.fit();
    for (LearningResult.Importance i : result.importances()) {
      rows.add(
          RowFactory.create(
              i.candidate(),
              Answer.rank(i.rank()),
              Answer.number(i.permutation().mean()),
              Answer.number(i.permutation().sd()),
              Answer.number(i.permutation().r2Loss()),
              fit.r2(),
              fit.rmse(),
              fit.mae(),
              Answer.text(i.correlatedWith()),
              Answer.text(i.note()),
              Answer.text(i.reason())));
    }
    return new Answer(
        List.of(
            "term",
            "rank",
            "importance",
            "importance_sd",
            "r2_loss",
            "r2",
            "rmse",
            "mae",
            "correlated_with",
            "note",
            "reason"),
        rows);
  }

  private static Answer response(LearningResult result) {
    List<Row> rows = new ArrayList<>();
    for (LearningResult.Curve c : result.curves()) {
      ResponseCurve curve = c.curve();
      for (int k = 0; k < curve.at().length; k++) {
        rows.add(
            RowFactory.create(
                c.candidate(),
                curve.at()[k],
                curve.partialDependence()[k],
                curve.localEffect()[k],
                curve.rows()[k]));
      }
    }
    return new Answer(List.of("term", "x", "partial_dependence", "ale", "rows"), rows);
  }

  private static Answer fit(LearningResult result) {
    List<Row> rows = new ArrayList<>();
    List<Double> penalties = result.trained().penalties();
    List<LearningResult.Fold> folds = result.folds();
    for (int f = 0; f < folds.size(); f++) {
      LearningResult.Fold fold = folds.get(f);
      rows.add(
          row(
              Integer.toString(f + 1),
              fold.fit(),
              fold.units(),
              fold.trainingRows(),
              penalties.isEmpty() ? null : penalties.get(f)));
    }
    rows.add(
        row(
            "all",
            result.fit(),
            result.units(),
            null,
            penalties.isEmpty() ? null : penalties.get(folds.size())));
    return new Answer(
        List.of("fold", "rows", "units", "training_rows", "r2", "rmse", "mae", "penalty"), rows);
  }

  private static Row row(
      String fold, FitFigures fit, int units, Integer trainingRows, Double penalty) {
    return RowFactory.create(
        fold,
        fit.rows(),
        units,
        trainingRows,
        Answer.number(fit.r2()),
        fit.rmse(),
        fit.mae(),
        penalty);
  }

  private static Answer coefficients(LearningResult result) {
    List<Row> rows = new ArrayList<>();
    for (LinearTerm t : result.trained().terms()) {
      rows.add(RowFactory.create(t.candidate(), t.estimate(), t.standardised(), t.folds()));
    }
    return new Answer(List.of("term", "estimate", "standardised", "folds"), rows);
  }
}
