package org.renxing.index;

/**
 * How large the values of indicators may be. Beyond, the range of a column overflows, and what is
 * normalised and weighed by it would be 0 or nothing.
 */
public final class Magnitude {
  /** The largest absolute value. */
  public static final double LIMIT = 1e300;

  private Magnitude() {}
}
