package org.renxing.vacancy;

import java.util.Locale;

/** Where figures of occupancy come from. */
public enum Method {
  /** Nothing tells. */
  NONE,
  /** Occupied units were counted. */
  COUNTED,
  /** Signals, calibrated by a field audit. */
  CALIBRATED,
  /** Signals, with configured reliability. */
  CONFIGURED,
  /** Several of these. */
  MIXED;

  /** Its name in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The method of signals of which some are calibrated. */
  static Method of(int calibrated, int all) {
    return calibrated == 0 ? CONFIGURED : calibrated == all ? CALIBRATED : MIXED;
  }

  /** The method of two parts. */
  Method and(Method other) {
    if (this == NONE || other == this) {
      return other;
    }
    return other == NONE ? this : MIXED;
  }
}
