package org.renxing.jobs.silver;

import java.io.Serializable;

/**
 * Why a row or cell is set aside.
 *
 * @param code kind of defect; empty for nothing
 * @param text what is wrong, with the value and what is allowed
 */
public record Reason(String code, String text) implements Serializable {
  /** Nothing is wrong. */
  public static final Reason NONE = new Reason("", "");

  /** Whether nothing is wrong. */
  public boolean isNone() {
    return code.isEmpty();
  }

  /** The first of two, where anything is wrong. */
  public Reason or(Reason later) {
    return isNone() ? later : this;
  }
}
