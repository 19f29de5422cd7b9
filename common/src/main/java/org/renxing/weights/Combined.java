package org.renxing.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
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
  public boolean readsCorrelations(WeightScheme scheme) {
    return scheme.options().parts().stream()
        .anyMatch(part -> WeightingMethods.of(part).readsCorrelations(scheme.part(part)));
  }

  @Override
  public List<Importance> importances(WeightingCase given) {
    List<String> parts = given.scheme().options().parts();
    requireParts(given.scheme().id(), parts);
    List<List<Importance>> all =
        parts.stream()
            .map(part -> WeightingMethods.of(part).importances(given.part(part)))
            .toList();
    List<double[]> shares = all.stream().map(part -> shares(given, part)).toList();
    boolean isProduct = given.scheme().options().combination() == Combination.PRODUCT;
    List<Importance> out = new ArrayList<>();
    for (int j = 0; j < given.codes().size(); j++) {
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

  /** Importances as shares of their sum in the group; NaN where that is 0. */
  private static double[] shares(WeightingCase given, List<Importance> importances) {
    double[] values = importances.stream().mapToDouble(Importance::value).toArray();
    double[] totals = WeightingCase.totals(given.codes(), values, given.groups());
    return IntStream.range(0, values.length).mapToDouble(j -> values[j] / totals[j]).toArray();
  }

  private static void requireParts(String scheme, List<String> parts) {
    if (parts.isEmpty() || parts.contains("combined")) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "weights "
              + scheme
              + ": method combined needs parts, two or more of "
              + WeightingMethods.names()
              + " but combined itself; found "
              + parts);
    }
  }
}
