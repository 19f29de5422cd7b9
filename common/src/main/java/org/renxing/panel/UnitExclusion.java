package org.renxing.panel;

import java.io.Serializable;

/**
 * Why a unit leaves the panel.
 *
 * @param reason {@link #OVER_CAP} or {@link #INCOMPLETE}
 * @param indicatorCode the indicator that lacks most; of several the first by code
 * @param missingYears how many years of it are missing
 * @param series how many series break the rule
 */
public record UnitExclusion(String reason, String indicatorCode, int missingYears, int series)
    implements Serializable {
  /** A unit lacks more years of one series than the cap allows. */
  public static final String OVER_CAP = "OVER_CAP";

  /** A unit still lacks something after imputation, and the scenario drops such units. */
  public static final String INCOMPLETE = "INCOMPLETE";

  /**
   * The same in words, with the rule.
   *
   * @param years how many years a series has
   * @param cap the share of them that may be missing
   */
  public String detail(int years, double cap) {
    return indicatorCode
        + (": " + missingYears + " of " + years + " years missing")
        + (reason.equals(OVER_CAP) ? ", cap is a share of " + cap : " after imputation")
        + (series > 1 ? "; " + series + " series in all" : "");
  }
}
