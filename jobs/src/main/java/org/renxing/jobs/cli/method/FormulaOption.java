package org.renxing.jobs.cli.method;

import org.renxing.regression.Formula;
import picocli.CommandLine.Option;

/** What is explained, and by what. */
@InHelp(HelpGroup.METHOD)
final class FormulaOption {
  @Option(
      names = "--formula",
      required = true,
      paramLabel = "\"y ~ x\"",
      description =
          "As in R: a:b is a product, a*b is a + b + a:b, - 1 leaves the intercept out, y ~ 1 has no"
              + " terms. Functions: log, log10, exp, sqrt, square, abs, lag(x[,k]), diff(x[,k]),"
              + " standardised, I. Lags need --id and --year.")
  private String formula;

  /**
   * The formula.
   *
   * @throws org.renxing.model.RenxingException USAGE where it cannot be read
   */
  Formula parse() {
    return Formula.parse(formula);
  }
}
