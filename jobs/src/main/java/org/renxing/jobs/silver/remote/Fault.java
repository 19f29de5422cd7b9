package org.renxing.jobs.silver.remote;

import java.io.Serializable;

/**
 * What is wrong with a row.
 *
 * @param code kind of defect; empty for a sound row
 * @param reason the same in words, with the value and what is allowed
 */
record Fault(String code, String reason) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Nothing is wrong. */
  static final Fault NONE = new Fault("", "");

  boolean isNone() {
    return code.isEmpty();
  }

  /** The first of two, where anything is wrong. */
  Fault or(Fault later) {
    return isNone() ? later : this;
  }
}
