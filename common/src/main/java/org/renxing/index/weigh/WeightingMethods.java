package org.renxing.index.weigh;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** The registry: every weighting method, by the name that configuration uses. */
public final class WeightingMethods {
  private static final Map<String, WeightingMethod> ALL =
      Map.of(
          "entropy", new Entropy(),
          "critic", Critic.classic(),
          "critic-improved", Critic.improved(),
          "cv", new VariationCoefficient(),
          "pca", new PrincipalComponents(),
          "combined", new Combined(),
          "equal", new Equal(),
          "fixed", new Fixed());

  private WeightingMethods() {}

  /** The names that configuration may use, in order. */
  public static Set<String> names() {
    return new TreeSet<>(ALL.keySet());
  }

  /**
   * The method of that name.
   *
   * @throws RenxingException CONFIGURATION where there is none
   */
  public static WeightingMethod of(String name) {
    WeightingMethod method = ALL.get(name);
    if (method == null) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "weights: method '" + name + "' is unknown; allowed are " + names());
    }
    return method;
  }
}
