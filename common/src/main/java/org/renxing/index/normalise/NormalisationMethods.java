package org.renxing.index.normalise;

import java.util.Map;
import org.renxing.model.Normalisation.Method;

/** The registry: every normalisation method, by the name that configuration uses. */
public final class NormalisationMethods {
  private static final Map<Method, NormalisationMethod> ALL =
      Map.of(
          Method.MIN_MAX, new MinMax(),
          Method.Z_SCORE, new ZScore(),
          Method.RANK, new RankScore(),
          Method.DISTANCE_TO_FRONTIER, new DistanceToFrontier(),
          Method.GOALPOSTS, new Goalposts(),
          Method.NONE, new Unscaled());

  private NormalisationMethods() {}

  /** The method of that name. */
  public static NormalisationMethod of(Method method) {
    return ALL.get(method);
  }
}
