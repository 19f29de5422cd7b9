package org.renxing.jobs.cli.method;

import java.util.Optional;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.StandardErrors;
import org.renxing.regression.Covariance;
import org.renxing.regression.Covariances;
import org.renxing.regression.PanelRows;
import org.renxing.regression.RegressionFit;
import org.renxing.regression.SmallSample;
import picocli.CommandLine.Option;

/** Which standard errors a regression on a panel has. */
@InHelp(HelpGroup.METHOD)
final class ErrorOptions {
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
  private StandardErrors errors;

  @Option(
      names = "--small-sample",
      paramLabel = "K",
      description =
          "What K counts: terms (coefficients, as plm), constant (and one for absorbed effects),"
              + " dummies (and all absorbed effects; Stata areg), or none for no factor. With hc3"
              + " all but dummies take the leverage of the terms alone.")
  private Optional<SmallSample> sample;

  @Option(
      names = "--lags",
      paramLabel = "M",
      description = "dk: lags; the whole part of 4 (T/100)^(2/9) unless given.")
  private Optional<Integer> lags;

  /** Refuses lags where there are none. */
  void check() {
    if (lags.isPresent() && (errors != StandardErrors.DK || lags.get() < 0)) {
      throw new RenxingException(ErrorCode.USAGE, "--lags: 0 or more, with --se dk");
    }
  }

  /** Whether they go by years. */
  boolean needsYear() {
    return errors == StandardErrors.DK;
  }

  /**
   * The covariance of a regression on a panel.
   *
   * @param isNormal whether p-values are of the normal distribution
   * @throws RenxingException DATA_CHECK for fewer than two clusters or years
   */
  Covariance covariance(RegressionFit fit, boolean isNormal) {
    PanelRows panel = fit.panel().orElseThrow();
    if (errors == StandardErrors.CLUSTER && panel.units() < 2) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK, "--se cluster: one unit only; two or more clusters are needed");
    }
    if (errors == StandardErrors.DK && panel.times().length < 2) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK, "--se dk: one year only; two or more are needed");
    }
    Covariance out = Covariances.of(fit, errors, sample, lags.orElse(-1));
    return isNormal
        ? new Covariance(
            out.matrix(), Double.POSITIVE_INFINITY, out.note() + "; normal distribution")
        : out;
  }
}
