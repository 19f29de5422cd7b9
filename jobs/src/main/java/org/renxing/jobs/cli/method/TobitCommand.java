package org.renxing.jobs.cli.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.regression.DesignMatrix;
import org.renxing.regression.Formula;
import org.renxing.regression.Tobit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Censored regression. Starts no Spark session. */
@Command(
    name = "tobit",
    mixinStandardHelpOptions = true,
    header = "Tobit regression of a score that is censored below, above or both.",
    description =
        "Tables: coefficients, with a row sigma at the end, and fit. Maximum likelihood; standard "
            + "errors from the observed information, p-values by the normal distribution.",
    footer = {
      "",
      "Example:",
      "  bin/renxing method tobit --input cities.csv --formula \"efficiency ~ log(gdp) + green\""
          + " \\",
      "    --lower 0 --upper 1"
    })
@InHelp(HelpGroup.DRIVERS)
final class TobitCommand implements Callable<Integer> {
  @Mixin private ModelInput data;
  @Mixin private FormulaOption formula;
  @Mixin private AnswerOptions answer;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--lower",
      paramLabel = "L",
      description = "Rows at or below it are censored there.")
  private Optional<Double> lower;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--upper",
      paramLabel = "U",
      description = "Rows at or above it are censored there.")
  private Optional<Double> upper;

  @Override
  public Integer call() {
    answer.require(data.path(), List.of("coefficients", "fit"));
    if (lower.isEmpty() && upper.isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE, "name --lower, --upper or both; a score from 0 to 1 has --lower 0");
    }
    Tobit.Limits limits =
        new Tobit.Limits(
            lower.orElse(Double.NEGATIVE_INFINITY), upper.orElse(Double.POSITIVE_INFINITY));
    Formula parsed = formula.parse();
    DesignMatrix design = parsed.design(data.read(parsed));
    ModelTables.note(design);
    Tobit fit = Tobit.of(design, limits);
    System.err.printf(
        Locale.ROOT,
        "%,d rows at the lower limit, %,d between, %,d at the upper limit%n",
        fit.counts().get(0),
        fit.counts().get(1),
        fit.counts().get(2));
    ModelTables tables = new ModelTables();
    tables
        .add("rows", design.size())
        .add("rows_lower", fit.counts().get(0))
        .add("rows_between", fit.counts().get(1))
        .add("rows_upper", fit.counts().get(2))
        .add("rows_left_out", design.leftOut())
        .add("log_likelihood", fit.logLikelihood())
        .add("log_sigma", Math.log(fit.sigma()));
    Map<String, Answer> out = new LinkedHashMap<>();
    out.put("coefficients", ModelTables.coefficients(fit.table(), Map.of()));
    out.put("fit", tables.fit());
    answer.write(out, List.of());
    return 0;
  }
}
