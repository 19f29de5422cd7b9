package org.renxing.space;

import java.util.Map;
import java.util.Set;
import org.renxing.model.SpaceOptions;

/** Every rule of neighbours, by its name in configuration. */
public final class NeighbourRules {
  private NeighbourRules() {}

  /**
   * The rule of a scenario.
   *
   * @param pairs ids of neighbours by unit id, for weights by adjacency; else of no account
   */
  public static NeighbourRule of(SpaceOptions options, Map<String, ? extends Set<String>> pairs) {
    return switch (options.weights()) {
      case KNN -> new KNearest(options.k());
      case BAND -> new DistanceBand(options.bandKm(), options.text());
      case ADJACENCY -> new Adjacent(pairs);
    };
  }
}
