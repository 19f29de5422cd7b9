package org.renxing.weights;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.renxing.model.IndexSystem;

/**
 * The weights that the index system states: a leaf's is the product of the shares among siblings on
 * the way down. The tree's weights of systems hold unless the scheme states others.
 */
final class Fixed implements WeightingMethod {
  @Override
  public String id() {
    return "fixed";
  }

  @Override
  public List<Importance> importances(WeightingCase given) {
    return Arrays.stream(given.plan().leafWeights()).mapToObj(Importance::stated).toList();
  }

  @Override
  public Map<String, Double> systemWeights(IndexSystem indexSystem) {
    return SystemWeights.ofTree(indexSystem);
  }

  @Override
  public boolean isStated() {
    return true;
  }
}
