package org.renxing.model;

import java.io.Serializable;
import java.util.List;

/**
 * Coupling coordination between systems of one scenario (methods: coupling coordination).
 *
 * @param id published as {@code pair_id}
 * @param scheme the weight scheme whose system scores are coupled
 * @param systems codes of two or more different systems, in the order S, E, …
 * @param weights one weight for each system in T, summing to 1
 */
public record Coupling(
    @Key(isUnique = true) String id,
    @Key(names = Key.WEIGHT_SCHEME, isOrKnown = true) String scheme,
    @Key(names = Key.SYSTEM) List<String> systems,
    List<Double> weights,
    @Key(or = "standard") Variant variant)
    implements Serializable {

  public Coupling {
    systems = List.copyOf(systems);
    weights = List.copyOf(weights);
    if (systems.size() < 2 || systems.size() != weights.size()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "coupling " + id + ": needs two or more systems and one weight for each");
    }
    if (systems.stream().distinct().count() < systems.size()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "coupling " + id + ": each system stands once, found " + systems);
    }
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    if (!(Math.abs(sum - 1) <= 1e-9) || weights.stream().anyMatch(w -> w < 0)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "coupling " + id + ": weights must be 0 or more and sum to 1, found " + weights);
    }
  }

  /** What its coordination degree is called among the scenario's measures. */
  public String measure() {
    return "d." + id + (variant == Variant.STANDARD ? "" : ".revised");
  }

  /** The formula of C. */
  public enum Variant {
    STANDARD,
    REVISED
  }
}
