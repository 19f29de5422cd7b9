package org.renxing.jobs.cli.method;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.WeightOptions;
import org.renxing.model.WeightScheme;
import org.renxing.weights.WeightingMethods;
import picocli.CommandLine.Option;

/** How importances become weights: over which rows, and from which statistics. */
@InHelp(HelpGroup.WEIGHTS)
final class WeighOptions {
  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      defaultValue = "pooled",
      description = "Rows over which weights are taken: pooled (default) or yearly.")
  private Span scope;

  @Option(
      names = "--shift",
      paramLabel = "S",
      defaultValue = "0",
      description = "Added to normalised values before they are weighed (0).")
  private double shift;

  @Option(
      names = "--basis",
      paramLabel = "VALUES",
      defaultValue = "normalised",
      description =
          "critic, critic-improved, cv: mean and deviation of normalised (default) or raw values.")
  private WeightOptions.Basis basis;

  @Option(
      names = "--sigma",
      paramLabel = "DIVISOR",
      defaultValue = "population",
      description =
          "The same: standard deviation of the population (default; n) or the sample (n - 1).")
  private WeightOptions.Sigma sigma;

  @Option(
      names = "--keep",
      paramLabel = "RULE",
      defaultValue = "eigenvalue",
      description =
          "pca: keeps components with an eigenvalue over 1 (eigenvalue, default), or the first "
              + "that hold 85 %% of the variance (share).")
  private WeightOptions.Retention keep;

  @Option(
      names = "--parts",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "M,N,…",
      description = "combined: the methods that it puts together.")
  private List<String> parts = List.of();

  @Option(
      names = "--combine",
      paramLabel = "HOW",
      defaultValue = "product",
      description = "combined: normalised product (default) or mean of the parts' weights.")
  private WeightOptions.Combination combine;

  /** The scheme that the options state. */
  WeightScheme scheme(String method, WeightScheme.Within within, TableOptions table) {
    WeightingMethods.of(method);
    table.requireYear("--scope", scope);
    requireParts(method);
    return new WeightScheme(
        method,
        method,
        within,
        scope.ofWeights(),
        Optional.empty(),
        shift,
        Map.of(),
        new WeightOptions(basis, sigma, keep, combine, parts, false));
  }

  private void requireParts(String method) {
    if (method.equals("combined") == parts.isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          parts.isEmpty()
              ? "--method combined: needs --parts, such as entropy,critic-improved"
              : "--parts " + String.join(",", parts) + ": belongs to --method combined only");
    }
    parts.forEach(WeightingMethods::of);
  }

  /** Whether weights have a year. */
  boolean isYearly() {
    return scope == Span.YEARLY;
  }

  /** Names of the registry. */
  static final class MethodNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return WeightingMethods.names().iterator();
    }
  }
}
