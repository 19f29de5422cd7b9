package org.renxing.vacancy;

import org.renxing.model.OccupancySignal;

/**
 * An area of which a field audit looked at dwellings.
 *
 * @param areaId the same for all years of the area
 * @param rates of occupancy by signal, estimated occupied units over units; NaN where the signal is
 *     not there
 * @param occupancy share of the dwellings looked at that were lived in
 * @param samplingVariance of that share as an estimate of the area's: q(1 − q)/(n − 1) · (1 − n/N)
 *     for n of N dwellings, unbiased when they are drawn at random without replacement; 0 where all
 *     were looked at
 */
record AuditedArea(String areaId, PerSignal rates, double occupancy, double samplingVariance) {

  /**
   * From counts.
   *
   * @param units of the area, above 0
   * @param audited dwellings looked at: 2 or more, or all; more than {@code units} count as all
   * @param lived those of them that were lived in
   */
  static AuditedArea of(String areaId, PerSignal rates, double units, long audited, long lived) {
    double q = (double) lived / audited;
    double rest = Math.max(0, 1 - audited / units);
    double variance = rest == 0 ? 0 : q * (1 - q) / (audited - 1) * rest;
    return new AuditedArea(areaId, rates, q, variance);
  }

  /** Whether so many dwellings of so many tell how sure they are. */
  static boolean isUsable(double units, long audited, long lived) {
    boolean isSample = audited >= 2 || (audited > 0 && audited >= units);
    return units > 0 && lived >= 0 && lived <= audited && isSample;
  }

  boolean has(int signal) {
    return rates.has(signal);
  }

  double rate(int signal) {
    return rates.get(signal);
  }

  /** The signals that are there, as bits. */
  int pattern() {
    int out = 0;
    for (int k = 0; k < OccupancySignal.COUNT; k++) {
      out |= has(k) ? 1 << k : 0;
    }
    return out;
  }
}
