package org.renxing.multicriteria;

/** Why a unit has no score. */
public enum RankingReason {
  /** It lacks an indicator whose weight is above 0. */
  MISSING_INDICATOR("lacks an indicator"),
  /** A weight is undefined, or none is above 0. */
  NO_WEIGHT("has no weights"),
  /** There is no other unit with which it could be compared. */
  SINGLE_UNIT("is the only one that could be compared"),
  /** All units have the same values in all indicators. */
  NO_VARIATION("has the same values as all others in all indicators");

  private final String words;

  RankingReason(String words) {
    this.words = words;
  }

  /** The end of a sentence that begins with the unit. */
  public String inWords() {
    return words;
  }
}
