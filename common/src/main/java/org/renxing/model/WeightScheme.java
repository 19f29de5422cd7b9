package org.renxing.model;

import java.util.Map;
import java.util.Optional;

/**
 * One set of weights of a scenario.
 *
 * @param id the name under which weights and scores are published ({@code scheme})
 * @param method a name of the weighting registry, such as {@code entropy}
 * @param within whether weights sum to 1 in each system or over all indicators
 * @param frozenRelease the release whose weights hold, for scope {@link Scope#FROZEN}
 * @param shift added to every normalised value before the method sees it; 0 unless stated
 * @param systemWeights weight of each system in the whole; empty means what the method gives
 *     (within OVERALL) or equal (within SYSTEM)
 * @param options choices that only some methods look at
 */
public record WeightScheme(
    @Key(isUnique = true) String id,
    String method,
    @Key(or = "system") Within within,
    @Key(or = "pooled") Scope scope,
    Optional<String> frozenRelease,
    @Key(or = "0", is = "0 or more") double shift,
    Map<String, Double> systemWeights,
    @Key(isFlat = true) WeightOptions options) {

  /** A scheme with the default options. */
  public WeightScheme(
      String id,
      String method,
      Within within,
      Scope scope,
      Optional<String> frozenRelease,
      double shift,
      Map<String, Double> systemWeights) {
    this(id, method, within, scope, frozenRelease, shift, systemWeights, WeightOptions.DEFAULT);
  }

  public WeightScheme {
    systemWeights = SortedCopy.of(systemWeights);
    if (scope == Scope.FROZEN && frozenRelease.isEmpty()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "weights " + id + ": scope frozen needs frozen-release");
    }
    if (!(shift >= 0) || Double.isInfinite(shift)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "weights " + id + ": shift must be 0 or more, found " + shift);
    }
  }

  /** The scheme under which one part of a combined method is weighed. */
  public WeightScheme part(String partMethod) {
    return new WeightScheme(
        id, partMethod, within, scope, frozenRelease, shift, systemWeights, options.ofPart());
  }

  /** Where weights sum to 1. */
  public enum Within {
    SYSTEM,
    OVERALL
  }

  /** Over which rows weights are taken. */
  public enum Scope {
    POOLED,
    YEARLY,
    FROZEN
  }
}
