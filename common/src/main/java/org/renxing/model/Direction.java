package org.renxing.model;

/** Whether more of an indicator is better or worse. */
public enum Direction {
  POSITIVE("+"),
  NEGATIVE("-");

  private final String sign;

  Direction(String sign) {
    this.sign = sign;
  }

  /** The sign by which configuration and tables name it. */
  public String sign() {
    return sign;
  }
}
