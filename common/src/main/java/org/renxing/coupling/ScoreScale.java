package org.renxing.coupling;

import java.io.Serializable;

/**
 * The scale on which coupled scores lie: from 0 to an upper end. Both ends hold to 1e-9 of the
 * scale, so that what the arithmetic of scores leaves beyond them is no score outside.
 *
 * @param upper the upper end, above 0
 */
public record ScoreScale(double upper) implements Serializable {
  private static final double ROUNDING = 1e-9;

  /** Whether a score lies below 0 or above the upper end; a missing one (NaN) does not. */
  public boolean isOutside(double score) {
    double share = score / upper;
    return share < -ROUNDING || share > 1 + ROUNDING;
  }

  /** A score as share of the scale, with what rounding left beyond the ends put on them. */
  double share(double score) {
    return Math.max(Math.min(score / upper, 1), 0);
  }

  /** What is wrong with a score that lies outside, and what to do. */
  public String problem(String cell, double score) {
    String end = upper == Math.rint(upper) ? Long.toString((long) upper) : Double.toString(upper);
    return cell + ": " + score + " lies outside the scale of coupled scores, from 0 to " + end;
  }
}
