package org.renxing.vacancy;

import java.util.List;
import java.util.Optional;

/**
 * The straight line of a signal's rate over audited occupancy, r = a + b p + e, by least squares
 * that know how unsure each audited share is (method of moments: Fuller 1987, eq. 1.2.3; ordinary
 * least squares where every dwelling was looked at).
 *
 * <p>With q = p + u audited and known variances of u: S* = Σ(q − q̄)² − (1 − 1/m) Σ var u, b = Σ(q
 * − q̄)(r − r̄) / S*, a = r̄ − b q̄. At occupancy p the line is off by Σ (α_i + β_i p) v_i, with v
 * the residuals, β_i = (q_i − q̄)/S* and α_i = 1/m − q̄ β_i.
 */
final class SignalLine {
  /** Least share of the variation between audited shares that must be one between areas. */
  private static final double LEAST_RELIABILITY = 0.25;

  private final int count;
  private final double intercept;
  private final double slope;
  private final double centre;
  private final double spread;
  private final double[] residuals;
  private final double[] alpha;
  private final double[] beta;

  private SignalLine(List<AuditedArea> areas, int signal, Moments m) {
    this.count = m.count;
    this.centre = m.occupancy;
    this.spread = m.spread;
    this.slope = m.product / m.spread;
    this.intercept = m.rate - slope * m.occupancy;
    this.residuals = new double[areas.size()];
    this.alpha = new double[areas.size()];
    this.beta = new double[areas.size()];
    for (int i = 0; i < residuals.length; i++) {
      AuditedArea area = areas.get(i);
      if (area.has(signal)) {
        residuals[i] = area.rate(signal) - intercept - slope * area.occupancy();
        beta[i] = (area.occupancy() - centre) / spread;
        alpha[i] = 1.0 / count - centre * beta[i];
      }
    }
  }

  /**
   * The line through the areas that have the signal.
   *
   * @return empty for fewer than {@code least} of them, and where the audited shares hardly tell
   *     areas apart: all equal, or three quarters of their variation is that of small samples
   */
  static Optional<SignalLine> of(List<AuditedArea> areas, int signal, int least) {
    Moments m = Moments.of(areas, signal);
    return m.count < least || m.count < 3 || !(m.spread > LEAST_RELIABILITY * m.rawSpread)
        ? Optional.empty()
        : Optional.of(new SignalLine(areas, signal, m));
  }

  int count() {
    return count;
  }

  double intercept() {
    return intercept;
  }

  double slope() {
    return slope;
  }

  /** Mean of the audited shares. */
  double centre() {
    return centre;
  }

  /** S*. */
  double spread() {
    return spread;
  }

  /** 0 for an area without the signal. */
  double residual(int area) {
    return residuals[area];
  }

  double alpha(int area) {
    return alpha[area];
  }

  double beta(int area) {
    return beta[area];
  }

  /** Sums about the means, in the order of the areas. */
  private record Moments(
      int count, double occupancy, double rate, double rawSpread, double spread, double product) {

    static Moments of(List<AuditedArea> areas, int signal) {
      List<AuditedArea> with = areas.stream().filter(area -> area.has(signal)).toList();
      int m = with.size();
      double q = with.stream().mapToDouble(AuditedArea::occupancy).sum() / m;
      double r = with.stream().mapToDouble(area -> area.rate(signal)).sum() / m;
      double raw = 0;
      double noise = 0;
      double product = 0;
      for (AuditedArea area : with) {
        double dq = area.occupancy() - q;
        raw += dq * dq;
        product += dq * (area.rate(signal) - r);
        noise += area.samplingVariance();
      }
      return new Moments(m, q, r, raw, raw - (1 - 1.0 / m) * noise, product);
    }
  }
}
