package org.renxing.vacancy;

import java.io.Serializable;
import java.util.List;
import org.renxing.model.OccupancySignal;

/**
 * What is known of a signal of one use: rate = intercept + slope · occupancy + error.
 *
 * @param standardDeviation of the error in an area
 * @param audits audited areas that have the signal
 * @param basis where the figures come from
 */
public record SignalFit(
    OccupancySignal signal,
    double intercept,
    double slope,
    double standardDeviation,
    int audits,
    Basis basis)
    implements Serializable {

  /** Where the figures of a signal come from. */
  public enum Basis {
    /** A field audit. */
    CALIBRATED,
    /** Configuration, for want of audits: intercept 0, slope 1. */
    CONFIGURED,
    /** A field audit, in which the signal does not rise with occupancy: it is not used. */
    REJECTED
  }

  /** Whether it weighs anything. */
  boolean isUsed() {
    return basis != Basis.REJECTED;
  }

  boolean isCalibrated() {
    return basis == Basis.CALIBRATED;
  }

  static double[] slopes(List<SignalFit> fits) {
    return fits.stream().mapToDouble(SignalFit::slope).toArray();
  }
}
