package org.renxing.weights;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Weights by the coefficient of variation: importance σ/|mean| of the basis.
 *
 * <p>Reasons: {@code NO_VALUES}, {@code SINGLE_ROW}, {@code NEAR_ZERO_MEAN}, {@code TOO_LARGE}
 * (NaN), {@code CONSTANT} (0).
 */
final class VariationCoefficient implements WeightingMethod {
  @Override
  public String id() {
    return "cv";
  }

  @Override
  public List<Importance> importances(WeightingCase given) {
    return IntStream.range(0, given.size())
        .mapToObj(
            j -> {
              double variation = given.variation(j);
              return Importance.of(
                  variation, given.reasonOfRatio(j), given.evidence(j, variation, Double.NaN));
            })
        .toList();
  }
}
