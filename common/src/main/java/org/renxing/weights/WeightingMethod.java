package org.renxing.weights;

import java.util.List;
import java.util.Map;
import org.renxing.model.IndexSystem;
import org.renxing.model.WeightOptions;
import org.renxing.model.WeightScheme;

/**
 * One way of saying how much an indicator matters, from moments of the panel. A method gives
 * importances on any scale; {@link Weights} turns them into weights that sum to 1. To add one,
 * write a class and name it in {@link WeightingMethods}.
 */
public interface WeightingMethod {
  /** The name that configuration uses. */
  String id();

  /** The importance of each indicator, in the order of the index system. */
  List<Importance> importances(WeightingCase given);

  /** Whether importances come from the index system alone, and so have no year. */
  default boolean isStated() {
    return false;
  }

  /** Whether it weighs indicators by their conflict with others. */
  default boolean hasConflict() {
    return false;
  }

  /** Whether it looks at correlations, which cost most. */
  default boolean readsCorrelations(WeightOptions options) {
    return false;
  }

  /**
   * Refuses a scheme that the method cannot follow.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION
   */
  default void check(WeightScheme scheme) {}

  /**
   * Weights of the systems in the whole where the scheme weighs within systems and states none;
   * equal unless the method knows better.
   */
  default Map<String, Double> systemWeights(IndexSystem indexSystem) {
    return SystemWeights.equal(indexSystem);
  }
}
