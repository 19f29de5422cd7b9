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
  static final Reason NONE = new Reason("", "");

  /** Whether nothing is wrong. */
  public boolean isNone() {
    return code.isEmpty();
  }
}
