package org.renxing.panel;

/** How a value was filled in, from the best founded to the least. */
public enum ImputationMethod {
  LINEAR(1, "linear"),
  NEAREST(2, "nearest"),
  LINEAR_EXTRAPOLATE(3, "linear-extrapolate"),
  GROUP_MEDIAN(4, "group-median");

  private final int order;
  private final String text;

  ImputationMethod(int order, String text) {
    this.order = order;
    this.text = text;
  }

  /** The name in tables. */
  public String text() {
    return text;
  }

  /** 1 for the best founded; a value made of several takes the highest. 0 is no imputation. */
  byte order() {
    return (byte) order;
  }
}
