package org.renxing.weights;

import java.util.Map;

/** Why an indicator has no weight, or the weight 0. */
public final class WeightReasons {
  /** All values are missing. */
  public static final String NO_VALUES = "NO_VALUES";

  /** All values are equal. */
  public static final String CONSTANT = "CONSTANT";

  /** There is one value only. */
  public static final String SINGLE_ROW = "SINGLE_ROW";

  /** A value is below 0, where entropy is undefined. */
  public static final String NEGATIVE_VALUE = "NEGATIVE_VALUE";

  /** Values are so large that their mean or range is beyond a double. */
  public static final String TOO_LARGE = "TOO_LARGE";

  /** Values lie on both sides of 0, and their mean within one σ of it: σ/mean says nothing. */
  public static final String NEAR_ZERO_MEAN = "NEAR_ZERO_MEAN";

  /** All indicators of the group move as one. */
  public static final String NO_CONFLICT = "NO_CONFLICT";

  /** Nothing in the group varies. */
  public static final String NO_VARIATION = "NO_VARIATION";

  /** Another indicator of the group has no importance. */
  public static final String GROUP_UNDEFINED = "GROUP_UNDEFINED";

  private static final Map<String, String> IN_WORDS =
      Map.of(
          NO_VALUES,
              "has no value after normalisation: all are missing, or the method of normalisation"
                  + " takes none of them",
          NEGATIVE_VALUE,
              "has values below 0 after normalisation; normalise by min-max, or add a shift",
          SINGLE_ROW, "has a single row",
          CONSTANT, "is constant, and nothing else of its group varies",
          TOO_LARGE,
              "has values so large (1e284 and beyond) that their mean or range cannot be computed;"
                  + " state them in a larger unit of measure, or normalise",
          NEAR_ZERO_MEAN,
              "has a mean near 0 between values of both signs, so that sd/mean says nothing; weigh"
                  + " min-max values (basis normalised), or use method critic",
          NO_CONFLICT,
              "moves as one with all others of its group, so that CRITIC gives none of them a"
                  + " weight",
          NO_VARIATION, "does not vary, nor does any other of its group",
          GROUP_UNDEFINED, "has none because another indicator of its group has none");

  private WeightReasons() {}

  /** The end of a sentence that begins with the indicator. */
  public static String inWords(String reason) {
    return IN_WORDS.getOrDefault(reason, reason);
  }
}
