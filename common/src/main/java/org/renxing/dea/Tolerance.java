package org.renxing.dea;

/** The tolerances of this package, all in one place. Columns are scaled by their mean before. */
final class Tolerance {
  /** A score this near to 1 is 1. */
  static final double EFFICIENT = 1e-10;

  /** A slack or λ this small against the terms of its row is 0. */
  static final double SLACK = 1e-10;

  /**
   * A reference unit this near to a facet, against the terms that make up the distance, is on it.
   */
  static final double TIGHT = 1e-11;

  /** Entries of a price vector or an inverse this small against the whole are rounding. */
  static final double NOISE = 1e-13;

  /** A score is given out if its certificate's error is at most this. */
  static final double CERTIFICATE = 1e-9;

  /** Pivots smaller than this are not taken. */
  static final double PIVOT = 1e-9;

  private Tolerance() {}

  /** A score, drawn to 1 where it is near. */
  static double drawnToOne(double score) {
    return Math.abs(score - 1) <= EFFICIENT ? 1 : score;
  }
}
