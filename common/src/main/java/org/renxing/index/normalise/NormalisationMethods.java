package org.renxing.index.normalise;

import java.util.Map;

/** The registry: every normalisation method, by the name that configuration uses. */
public final class NormalisationMethods {
  private static final Map<String, NormalisationMethod> ALL =
      Map.of(
          "min-max", new MinMax(),
          "z-score", new ZScore(),
          "rank", new RankScore(),
          "distance-to-frontier", new DistanceToFrontier(),
          "goalposts", new Goalposts(),
          "none", new Unscaled());

  private NormalisationMethods() {}

  /** The method of that name. */
  public static NormalisationMethod of(String method) {
    return ALL.get(method);
  }
}
