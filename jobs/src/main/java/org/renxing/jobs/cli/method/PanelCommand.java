package org.renxing.jobs.cli.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.regression.Covariance;
import org.renxing.regression.Covariances;
import org.renxing.regression.DesignMatrix;
import org.renxing.regression.Effects;
import org.renxing.regression.Formula;
import org.renxing.regression.Frame;
import org.renxing.regression.LeastSquares;
import org.renxing.regression.PanelRows;
import org.renxing.regression.PanelTests;
import org.renxing.regression.RandomEffects;
import org.renxing.regression.RegressionFit;
import org.renxing.regression.SmallSample;
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

  /** Standard errors. */
  enum Errors {
    CLASSIC,
    HC1,
    HC3,
    CLUSTER,
    DK
  }

  @Mixin private ModelInput data;
  @Mixin private AnswerOptions answer;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--formula",
      required = true,
      paramLabel = "\"y ~ x\"",
      description =
          "As in R: a:b is a product, a*b is a + b + a:b, - 1 leaves the intercept out. Functions:"
              + " log, log10, exp, sqrt, square, abs, lag(x[,k]), diff(x[,k]), standardised, I.")
  private String formula;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--effects",
      defaultValue = "twoway",
      paramLabel = "KIND",
      description =
          "none, unit, time, twoway (default) or random (Swamy and Arora). Units and years with one"
              + " row do not count where they have fixed effects.")
  private Kind effects;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--se",
      defaultValue = "cluster",
      paramLabel = "KIND",
      description = {
        "classic: N − K with all effects counted.",
        "hc1: factor N/(N − K), K with all effects counted.",
        "hc3: residuals over 1 − leverage of terms and effects, no factor.",
        "cluster (default): by unit, factor G/(G − 1) · (N − 1)/(N − K), K the coefficients and one"
            + " for absorbed effects (Stata xtreg), Student's t with G − 1.",
        "dk: Driscoll and Kraay, factor T/(T − 1) · (N − 1)/(N − K), K as for cluster."
      })
  private Errors errors;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--small-sample",
      paramLabel = "K",
      description =
          "What K counts: terms (coefficients, as plm), constant (and one for absorbed effects),"
              + " dummies (and all absorbed effects; Stata areg), or none for no factor. With hc3"
              + " all but dummies take the leverage of the terms alone.")
  private Optional<SmallSample> sample;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--lags",
      paramLabel = "M",
      description = "dk: lags; the whole part of 4 (T/100)^(2/9) unless given.")
  private Optional<Integer> lags;

  @Override
  public Integer call() {
    answer.require(data.path(), List.of("coefficients", "fit"));
    boolean needsYear = effects == Kind.TIME || effects == Kind.TWOWAY || errors == Errors.DK;
    data.require("method panel", needsYear);
    if (lags.isPresent() && (errors != Errors.DK || lags.get() < 0)) {
      throw new RenxingException(ErrorCode.USAGE, "--lags: 0 or more, with --se dk");
    }
    Formula parsed = Formula.parse(formula);
    Frame frame = data.read(parsed);
    DesignMatrix design = parsed.design(frame);
    PanelRows panel = frame.panel().orElseThrow().select(design.rows());
    ModelTables.note(design);
    ModelTables tables = new ModelTables();
    RegressionFit fit = fit(design, panel, tables);
    Covariance covariance = covariance(fit);
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

  private Covariance covariance(RegressionFit fit) {
    int clusters = fit.panel().orElseThrow().units();
    if (errors == Errors.CLUSTER && clusters < 2) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK, "--se cluster: one unit only; two or more clusters are needed");
    }
    if (errors == Errors.DK && fit.panel().orElseThrow().times().length < 2) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK, "--se dk: one year only; two or more are needed");
    }
    Covariance out =
        switch (errors) {
          case CLASSIC -> Covariances.classic(fit);
          case HC1 -> Covariances.hc1(fit, sample.orElse(SmallSample.DUMMIES));
          case HC3 -> Covariances.hc3(fit, sample.orElse(SmallSample.DUMMIES));
          case CLUSTER -> Covariances.clusteredByUnit(fit, sample.orElse(SmallSample.CONSTANT));
          case DK ->
              Covariances.driscollKraay(fit, lags.orElse(-1), sample.orElse(SmallSample.CONSTANT));
        };
    return effects == Kind.RANDOM
        ? new Covariance(
            out.matrix(), Double.POSITIVE_INFINITY, out.note() + "; normal distribution")
        : out;
  }
}
