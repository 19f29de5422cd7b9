package org.renxing.jobs.cli.method;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.renxing.index.weigh.WeightingMethods;
import org.renxing.model.WeightScheme;
import picocli.CommandLine.Option;

/** Over which rows weights are taken. */
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

  /** The scheme that the options state. */
  WeightScheme scheme(String method, WeightScheme.Within within, TableOptions table) {
    WeightingMethods.of(method);
    table.requireYear("--scope", scope);
    return new WeightScheme(
        method, method, within, scope.ofWeights(), Optional.empty(), shift, Map.of());
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
