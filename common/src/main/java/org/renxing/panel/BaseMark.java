package org.renxing.panel;

/** What is known of a base value beside where it comes from. */
public enum BaseMark {
  /** A correction replaced what the source says. */
  CORRECTED,
  /** A check of quality doubts it, or one of the values that it was made of. */
  DOUBTFUL,
  /** It holds the values of units that passed over later. */
  MERGED,
  /** It was brought to the prices of another year. */
  DEFLATED;

  int bit() {
    return 1 << ordinal();
  }
}
