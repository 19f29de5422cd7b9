package org.renxing.jobs.cli.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.renxing.regression.Covariance;
import org.renxing.regression.DesignMatrix;
import org.renxing.regression.Effects;
import org.renxing.regression.Formula;
import org.renxing.regression.Frame;
import org.renxing.regression.LeastSquares;
import org.renxing.regression.PanelRows;
import org.renxing.regression.PanelTests;
import org.renxing.regression.RandomEffects;
import org.renxing.regression.RegressionFit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Regressions on panels. Starts no Spark session. */
@Command(
    name = "panel",
    mixinStandardHelpOptions = true,
    header = "Regression on a panel: pooled, fixed effects of units and years, random effects.",
    description = {
      "Tables: coefficients (term, estimate, std_error, statistic, p_value, vif, reason) and fit.",
      "A term that is constant, a combination of others or absorbed by effects has a reason in "
          + "place of an estimate."
    },
    footer = {
      "",
      "Example:",
      "  bin/renxing method panel --input cities.csv --id city --year year \\",
      "    --formula \"log(score) ~ log(gdp) + lag(green)\" --effects twoway --se cluster"
    })
@InHelp(HelpGroup.DRIVERS)
final class PanelCommand implements Callable<Integer> {
  /** What is taken off. */
  enum Kind {
    NONE,
    UNIT,
    TIME,
    TWOWAY,
    RANDOM
  }

  @Mixin private ModelInput data;
  @Mixin private FormulaOption formula;
  @Mixin private ErrorOptions errors;
  @Mixin private AnswerOptions answer;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--effects",
      defaultValue = "twoway",
      paramLabel = "KIND",
      description =
          "none, unit, time, twoway (default) or random (Swamy and Arora). Units and years with one"
              + " row do not count where they have fixed effects.")
  private Kind effects;

  @Override
  public Integer call() {
    answer.require(data.path(), List.of("coefficients", "fit"));
    boolean needsYear = effects == Kind.TIME || effects == Kind.TWOWAY || errors.needsYear();
    data.require("method panel", needsYear);
    errors.check();
    Formula parsed = formula.parse();
    Frame frame = data.read(parsed);
    DesignMatrix design = parsed.design(frame);
    PanelRows panel = frame.panel().orElseThrow().select(design.rows());
    ModelTables.note(design);
    ModelTables tables = new ModelTables();
    RegressionFit fit = fit(design, panel, tables);
    Covariance covariance = errors.covariance(fit, effects == Kind.RANDOM);
    System.err.println("Standard errors: " + covariance.note());
    Map<String, Double> inflation = new LinkedHashMap<>();
    for (int j = 0; j < fit.terms().size(); j++) {
      inflation.put(fit.terms().get(j), fit.inflation()[j]);
    }
    Map<String, Answer> out = new LinkedHashMap<>();
    out.put("coefficients", ModelTables.coefficients(fit.table(covariance), inflation));
    tables.add("rows_left_out", design.leftOut());
    tables.add("rows_single", design.size() - fit.size());
    out.put("fit", tables.fit());
    answer.write(out, List.of());
    int single = design.size() - fit.size();
    if (single > 0) {
      System.err.printf(
          Locale.ROOT, "%,d rows stand alone in their unit or year and do not count%n", single);
    }
    return 0;
  }

  private RegressionFit fit(DesignMatrix design, PanelRows panel, ModelTables tables) {
    if (effects == Kind.RANDOM) {
      RandomEffects random = RandomEffects.of(design, panel);
      RegressionFit fixed = LeastSquares.panel(design, panel, Effects.UNIT);
      addAll(random.fit(), tables);
      tables.add("error_variance", random.errorVariance());
      tables.add("unit_variance", random.effectVariance());
      tables.add("hausman", PanelTests.hausman(fixed, random.fit()));
      return random.fit();
    }
    RegressionFit fit = LeastSquares.panel(design, panel, Effects.valueOf(effects.name()));
    addAll(fit, tables);
    if (effects == Kind.NONE) {
      tables.add("breusch_pagan", PanelTests.breuschPagan(fit));
    } else if (fit.size() == design.size() && design.hasIntercept()) {
      RegressionFit pooled = LeastSquares.panel(design, panel, Effects.NONE);
      tables.add("f_effects", PanelTests.effects(pooled, fit));
    }
    return fit;
  }

  private static void addAll(RegressionFit fit, ModelTables tables) {
    PanelRows panel = fit.panel().orElseThrow();
    tables.add("rows", fit.size());
    tables.add("units", panel.units());
    tables.add("years", panel.times().length);
    tables.add("r2", fit.r2());
    tables.add("adjusted_r2", fit.adjustedR2());
    tables.add("f", fit.fStatistic());
    tables.add("f_p_value", fit.fPValue());
    tables.add("df_residual", fit.degreesOfFreedom());
    tables.add("residual_squares", fit.residualSquares());
  }
}
