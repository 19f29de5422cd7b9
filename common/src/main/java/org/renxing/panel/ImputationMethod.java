package org.renxing.panel;

/** How a value was filled in, from the best founded to the least. */
public enum ImputationMethod {
  LINEAR("linear"),
  NEAREST("nearest"),
  LINEAR_EXTRAPOLATE("linear-extrapolate"),
  GROUP_MEDIAN("group-median");

  private final String text;

  ImputationMethod(String text) {
    this.text = text;
  }

  /** The name in tables. */
  public String text() {
    return text;
  }

  /** 1 for the best founded; a value made of several takes the highest. 0 is no imputation. */
  byte order() {
    return (byte) (ordinal() + 1);
  }
}
