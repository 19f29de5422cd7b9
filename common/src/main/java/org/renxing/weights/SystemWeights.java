package org.renxing.weights;

import java.util.LinkedHashMap;
import java.util.Map;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.RenxingException;
import org.renxing.model.WeightScheme;

/** Weights of systems in the whole, summing to 1 but for those that hold as printed. */
final class SystemWeights {
  private SystemWeights() {}

  static Map<String, Double> equal(IndexSystem indexSystem) {
    Map<String, Double> out = new LinkedHashMap<>();
    indexSystem.systems().forEach(s -> out.put(s.code(), 1.0 / indexSystem.systems().size()));
    return out;
  }

  /** The shares that the tree's own weights give. */
  static Map<String, Double> ofTree(IndexSystem indexSystem) {
    Map<String, Double> out = new LinkedHashMap<>();
    double total = indexSystem.systems().stream().mapToDouble(IndexNode::weight).sum();
    indexSystem.systems().forEach(s -> out.put(s.code(), s.weight() / total));
    return out;
  }

  /**
   * Stated weights, scaled to sum to 1 unless they hold as printed; every system must have one.
   *
   * @throws RenxingException CONFIGURATION
   */
  static Map<String, Double> stated(WeightScheme scheme, IndexSystem indexSystem) {
    Map<String, Double> stated = scheme.systemWeights();
    Map<String, Double> out = new LinkedHashMap<>();
    double total = stated.values().stream().mapToDouble(Double::doubleValue).sum();
    for (IndexNode system : indexSystem.systems()) {
      Double weight = stated.get(system.code());
      if (weight == null || !(weight >= 0) || !(total > 0)) {
        throw new RenxingException(
            ErrorCode.CONFIGURATION,
            "weights "
                + scheme.id()
                + ": system-weights needs a number of 0 or more for each of "
                + indexSystem.systems().stream().map(IndexNode::code).toList()
                + ", not all 0; found "
                + stated);
      }
      out.put(system.code(), scheme.options().isAsPrinted() ? weight : weight / total);
    }
    return out;
  }
}
