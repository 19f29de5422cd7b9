package org.renxing.coupling;

import java.io.Serializable;

/**
 * Degrees of coupling of one unit and year.
 *
 * @param c coupling degree; NaN where it is undefined
 * @param t comprehensive degree; NaN where a score is missing or outside its scale
 * @param d coordination degree √(C·T); NaN where C is
 * @param reason why C is undefined; empty where it is not
 */
public record Degrees(double c, double t, double d, String reason) implements Serializable {
  /** Reason: a system has no score. */
  public static final String MISSING_SCORE = "MISSING_SCORE";

  /** Reason: a score lies outside its {@link ScoreScale}. Callers refuse such rows. */
  public static final String OUT_OF_RANGE = "OUT_OF_RANGE";

  /** Reason: all scores are 0, and C is 0/0. */
  public static final String ALL_ZERO = "ALL_ZERO";
}
