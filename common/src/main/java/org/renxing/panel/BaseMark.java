package org.renxing.panel;

/** What is known of a base value beside where it comes from. */
public enum BaseMark {
  /** A correction replaced what the source says. */
  CORRECTED(1),
  /** A check of quality doubts it, or one of the values that it was made of. */
  DOUBTFUL(2),
  /** It holds the values of units that passed over later. */
  MERGED(4),
  /** It was brought to the prices of another year. */
  DEFLATED(8);

  private final int bit;

  BaseMark(int bit) {
    this.bit = bit;
  }

  /** Its place in packed marks. */
  int bit() {
    return bit;
  }
}
