package org.renxing.weights;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** The registry: every weighting method, by the name that configuration uses. */
public final class WeightingMethods {
  private static final List<WeightingMethod> ALL =
      List.of(
          new Entropy(),
          Critic.classic(),
          Critic.improved(),
          new VariationCoefficient(),
          new PrincipalComponents(),
          new Combined(),
          new Equal(),
          new Fixed());

  private WeightingMethods() {}

  /** The names that configuration may use, in order. */
  public static Set<String> names() {
    return ALL.stream().map(WeightingMethod::id).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The method of that name.
   *
   * @throws RenxingException CONFIGURATION where there is none
   */
  public static WeightingMethod of(String name) {
    return ALL.stream()
        .filter(method -> method.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.CONFIGURATION,
                    "weights: method '" + name + "' is unknown; allowed are " + names()));
  }
}
