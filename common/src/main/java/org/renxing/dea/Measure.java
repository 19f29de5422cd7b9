package org.renxing.dea;

/** What a score measures. */
public enum Measure {
  /** Radial, input-oriented. */
  THETA,
  /** Radial, output-oriented. */
  PHI,
  /** θ against the technology without the unit. */
  SUPER_THETA,
  /** φ against the technology without the unit. */
  SUPER_PHI,
  /** The slacks-based measure. */
  RHO;

  /** Whether a value says that the unit cannot do better by this measure. */
  boolean isReached(double value) {
    return (this == PHI || this == SUPER_PHI) ? value <= 1 : value >= 1;
  }

  static Measure radial(Orientation orientation) {
    return orientation == Orientation.INPUT ? THETA : PHI;
  }

  static Measure superEfficiency(Orientation orientation) {
    return orientation == Orientation.INPUT ? SUPER_THETA : SUPER_PHI;
  }
}
