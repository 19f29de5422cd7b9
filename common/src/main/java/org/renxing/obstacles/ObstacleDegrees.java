package org.renxing.obstacles;

/**
 * Obstacle degrees of one unit and year (C eq. 21–23): with the deviation v_j = 1 − y_j/scale from
 * the ideal point and the weight w_j, M_j = v_j w_j / Σ_k v_k w_k · 100 %.
 *
 * <p>An indicator beyond its ideal (y over scale, as bounds of another year allow) has v = 0; one
 * below its worst has v over 1. An indicator with weight 0 has degree 0 and may be missing.
 */
public final class ObstacleDegrees {
  /** Reason: an indicator that counts is missing. */
  public static final String MISSING_INDICATOR = "MISSING_INDICATOR";

  /** Reason: no weight can be given. */
  public static final String UNDEFINED_WEIGHT = "UNDEFINED_WEIGHT";

  /** Reason: every indicator that counts is at its ideal point, and the degrees are 0/0. */
  public static final String IDEAL_POINT = "IDEAL_POINT";

  private static final double[] NONE = {};

  private final String reason;
  private final double[] percent;

  private ObstacleDegrees(String reason, double[] percent) {
    this.reason = reason;
    this.percent = percent;
  }

  /**
   * Shares out.
   *
   * @param y normalised values, NaN where missing
   * @param w weights of 0 or more on any common scale, NaN where missing
   * @param scale the ideal: the upper end of normalised values
   */
  public static ObstacleDegrees of(double[] y, double[] w, double scale) {
    double[] burden = new double[y.length];
    double total = 0;
    boolean isMissing = false;
    for (int j = 0; j < y.length; j++) {
      if (Double.isNaN(w[j])) {
        return new ObstacleDegrees(UNDEFINED_WEIGHT, NONE);
      }
      if (w[j] > 0) {
        isMissing |= Double.isNaN(y[j]);
        burden[j] = Math.max(0, 1 - y[j] / scale) * w[j];
        total += burden[j];
      }
    }
    if (isMissing) {
      return new ObstacleDegrees(MISSING_INDICATOR, NONE);
    }
    if (total == 0) {
      return new ObstacleDegrees(IDEAL_POINT, NONE);
    }
    for (int j = 0; j < burden.length; j++) {
      burden[j] = burden[j] / total * 100;
    }
    return new ObstacleDegrees("", burden);
  }

  /** Whether there are degrees. */
  public boolean isKnown() {
    return reason.isEmpty();
  }

  /** Why there are none; empty where there are. */
  public String reason() {
    return reason;
  }

  /** The degree of each indicator in per cent; they sum to 100. */
  public double[] percent() {
    return percent.clone();
  }
}
