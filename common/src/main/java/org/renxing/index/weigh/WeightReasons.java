package org.renxing.index.weigh;

import java.util.Map;

/** What the reasons of {@link Weights} mean, for messages. */
public final class WeightReasons {
  /** The reason of an indicator that has no weight because another of its group has none. */
  public static final String CONSEQUENCE = Weights.GROUP_UNDEFINED;

  private static final Map<String, String> IN_WORDS =
      Map.of(
          Entropy.NO_VALUES,
              "has no value after normalisation: all are missing, or the method of normalisation"
                  + " takes none of them",
          Entropy.NEGATIVE_VALUE,
              "has values below 0 after normalisation; normalise by min-max, or add a shift",
          Entropy.SINGLE_ROW, "has a single row",
          Entropy.CONSTANT, "is constant, and nothing else of its group varies",
          Moments.TOO_LARGE,
              "has values so large (1e284 and beyond) that their mean or range cannot be computed;"
                  + " state them in a larger unit of measure, or normalise",
          Moments.NEAR_ZERO_MEAN,
              "has a mean near 0 between values of both signs, so that sd/mean says nothing; weigh"
                  + " min-max values (basis normalised), or use method critic",
          Critic.NO_CONFLICT,
              "moves as one with all others of its group, so that CRITIC gives none of them a"
                  + " weight",
          Weights.NO_VARIATION, "does not vary, nor does any other of its group",
          Weights.GROUP_UNDEFINED, "has none because another indicator of its group has none");

  private WeightReasons() {}

  /** The end of a sentence that begins with the indicator. */
  public static String inWords(String reason) {
    return IN_WORDS.getOrDefault(reason, reason);
  }
}
