package org.renxing.space;

import org.apache.commons.math3.special.Erf;

/**
 * A statistic of a unit or of a map, with its moments where neighbours do not matter.
 *
 * @param value the statistic; NaN where it is undefined
 * @param z (value − expectation)/standard deviation; NaN where there is a reason
 * @param reason why there is no z: {@code NO_NEIGHBOURS}, {@code CONSTANT}, {@code
 *     ALL_ARE_NEIGHBOURS} (equal weights of all others vary with nothing), {@code
 *     FEWER_THAN_4_UNITS}; empty where there is one
 */
public record LocalStatistic(double value, double z, String reason) {
  /** Fewest units that have moments. */
  static final int LEAST = 4;

  private static final double NOISE = 1e-12;

  static LocalStatistic none(double value, String reason) {
    return new LocalStatistic(value, Double.NaN, reason);
  }

  /** The two-sided p-value of z under the normal distribution; NaN where there is no z. */
  public double pValue() {
    return Double.isNaN(z) ? z : Erf.erfc(Math.abs(z) / Math.sqrt(2));
  }

  /** Why values have no statistic, all together; empty where they have. */
  static String reason(double[] x) {
    if (x.length < LEAST) {
      return "FEWER_THAN_4_UNITS";
    }
    double least = x[0];
    double most = x[0];
    for (double v : x) {
      least = Math.min(least, v);
      most = Math.max(most, v);
    }
    double limit = NOISE * Math.max(Math.abs(least), Math.abs(most));
    return most - least <= limit ? "CONSTANT" : "";
  }
}
