package org.renxing.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.WeightOptions;
import org.renxing.model.WeightOptions.Combination;
import org.renxing.model.WeightScheme;

/**
 * Several methods in one: the normalised product of their shares within the group (w_j = Π_m w_jm /
 * Σ_k Π_m w_km), or their mean. What is constant by any of them gets 0; where any of them cannot
 * say a share, none is given, with its reason.
 *
 * <p>Evidence is that of the first part that has it.
 */
final class Combined implements WeightingMethod {
  @Override
  public String id() {
    return "combined";
  }

  @Override
  public boolean hasConflict() {
    return true;
  }

  @Override
  public boolean readsCorrelations(WeightOptions options) {
    return options.parts().stream()
        .anyMatch(part -> WeightingMethods.of(part).readsCorrelations(options.ofPart()));
  }

  @Override
  public List<Importance> importances(WeightingCase given) {
    WeightOptions options = given.plan().options();
    List<List<Importance>> all =
        options.parts().stream()
            .map(part -> WeightingMethods.of(part).importances(given.part(part)))
            .toList();
    List<double[]> shares =
        all.stream().map(part -> given.plan().sharesInGroup(values(part))).toList();
    boolean isProduct = options.combination() == Combination.PRODUCT;
    List<Importance> out = new ArrayList<>();
    for (int j = 0; j < given.size(); j++) {
      int at = j;
      double[] own = shares.stream().mapToDouble(share -> share[at]).toArray();
      double value =
          isProduct
              ? Arrays.stream(own).reduce(1, (a, b) -> a * b)
              : Arrays.stream(own).sum() / own.length;
      out.add(combined(value, all.stream().map(part -> part.get(at)).toList()));
    }
    return out;
  }

  private static Importance combined(double value, List<Importance> parts) {
    boolean isConstant = parts.stream().anyMatch(p -> p.reason().equals(WeightReasons.CONSTANT));
    String reason =
        parts.stream().map(Importance::reason).filter(r -> !r.isEmpty()).findFirst().orElse("");
    Evidence evidence =
        parts.stream().map(Importance::evidence).reduce(Evidence.NONE, Evidence::orElse);
    return new Importance(isConstant ? 0 : value, reason, evidence);
  }

  private static double[] values(List<Importance> importances) {
    return importances.stream().mapToDouble(Importance::value).toArray();
  }

  @Override
  public void check(WeightScheme scheme) {
    List<String> parts = scheme.options().parts();
    if (parts.isEmpty() || parts.contains("combined")) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "weights "
              + scheme.id()
              + ": method combined needs parts, two or more of "
              + WeightingMethods.names()
              + " but combined itself; found "
              + parts);
    }
    parts.forEach(WeightingMethods::of);
  }
}
