package org.renxing.weights;

import java.util.OptionalLong;
import org.renxing.model.WeightOptions.Sigma;

/**
 * What a weighting method sees: a plan, and moments of the rows of one scope.
 *
 * @param moments of the indicators in the order of the plan; of no rows for stated methods
 */
public record WeightingCase(WeightingPlan plan, PanelMoments moments) {

  /** The same for a part of a combined method. */
  WeightingCase part(String method) {
    return new WeightingCase(plan.part(method), moments);
  }

  /** How many indicators. */
  int size() {
    return plan.codes().size();
  }

  private FirstMoments basis() {
    return moments.means().basis();
  }

  /** σ of the basis: 0 for a constant, NaN without values, or for the sample's of one. */
  double sd(int j) {
    long divisor = basis().n(j) - (plan.options().sigma() == Sigma.SAMPLE ? 1 : 0);
    if (divisor <= 0) {
      return Double.NaN;
    }
    double range = basis().range(j);
    return range == 0 ? 0 : range * Math.sqrt(moments.basis().squares(j) / divisor);
  }

  /** σ/|mean| of the basis; NaN where the mean is 0. */
  double variation(int j) {
    double mean = Math.abs(basis().mean(j));
    return mean == 0 ? Double.NaN : sd(j) / mean;
  }

  /** Why an indicator has no importance of its own; empty where it may have. */
  String reason(int j) {
    if (basis().n(j) == 0) {
      return WeightReasons.NO_VALUES;
    }
    if (basis().isTooLarge(j)) {
      return WeightReasons.TOO_LARGE;
    }
    if (basis().n(j) == 1) {
      return WeightReasons.SINGLE_ROW;
    }
    return basis().range(j) == 0 ? WeightReasons.CONSTANT : "";
  }

  /** The same for methods that take σ/mean. */
  String reasonOfRatio(int j) {
    String reason = reason(j);
    boolean isMixed = basis().least(j) < 0 && basis().largest(j) > 0;
    return reason.isEmpty() && isMixed && Math.abs(basis().mean(j)) < sd(j)
        ? WeightReasons.NEAR_ZERO_MEAN
        : reason;
  }

  /** The evidence of methods that take mean and σ of the basis. */
  Evidence evidence(int j, double variation, double conflict) {
    return new Evidence(
        Double.NaN,
        variation,
        conflict,
        basis().mean(j) - (plan.isRaw() ? 0 : plan.shift()),
        sd(j),
        OptionalLong.of(basis().n(j)),
        OptionalLong.of(basis().negative(j)));
  }
}
