package org.renxing.vacancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.renxing.model.OccupancySignal;
import org.renxing.model.VacancyPolicy;
import org.renxing.vacancy.ErrorModel.Shared;
import org.renxing.vacancy.SignalFit.Basis;

/** From audited areas of one use to the errors of its signals (methods: vacancy). */
final class AuditRegression {
  private static final int K = OccupancySignal.COUNT;

  /** No signal is taken to be more exact than a hundredth of a point of percent. */
  private static final double LEAST_SD = 1e-4;

  /** A slope must lie so many of its standard errors above 0 for the signal to be used. */
  private static final double LEAST_SLOPE_RATIO = 2;

  private final List<AuditedArea> areas;
  private final VacancyPolicy policy;
  private final List<Optional<SignalLine>> lines = new ArrayList<>();

  AuditRegression(List<AuditedArea> areas, VacancyPolicy policy) {
    this.areas = areas;
    this.policy = policy;
    for (int k = 0; k < K; k++) {
      lines.add(SignalLine.of(areas, k, policy.leastAudits()));
    }
  }

  ErrorModel model() {
    Pair[][] pairs = new Pair[K][K];
    for (int k = 0; k < K; k++) {
      for (int l = 0; l <= k; l++) {
        pairs[k][l] = pair(k, l);
        pairs[l][k] = pairs[k][l].turned();
      }
    }
    List<SignalFit> fits = new ArrayList<>();
    for (OccupancySignal signal : OccupancySignal.values()) {
      fits.add(fit(signal, pairs[signal.place()][signal.place()]));
    }
    return new ErrorModel(fits, covariance(fits, pairs), shared(pairs));
  }

  /** Sums over the areas that have both of two signals with lines. */
  private record Pair(
      int count,
      double residuals,
      double noise,
      double noiseSquared,
      double aa,
      double ab,
      double ba,
      double bb) {

    static final Pair NONE = new Pair(0, 0, 0, 0, 0, 0, 0, 0);

    /** With the two signals the other way round. */
    Pair turned() {
      return new Pair(count, residuals, noise, noiseSquared, aa, ba, ab, bb);
    }
  }

  private Pair pair(int k, int l) {
    if (lines.get(k).isEmpty() || lines.get(l).isEmpty()) {
      return Pair.NONE;
    }
    SignalLine first = lines.get(k).get();
    SignalLine second = lines.get(l).get();
    int n = 0;
    double[] sums = new double[7];
    for (int i = 0; i < areas.size(); i++) {
      AuditedArea area = areas.get(i);
      if (area.has(k) && area.has(l)) {
        n++;
        double u = area.samplingVariance();
        sums[0] += first.residual(i) * second.residual(i);
        sums[1] += u;
        sums[2] += u * u;
        sums[3] += first.alpha(i) * second.alpha(i);
        sums[4] += first.alpha(i) * second.beta(i);
        sums[5] += first.beta(i) * second.alpha(i);
        sums[6] += first.beta(i) * second.beta(i);
      }
    }
    return new Pair(n, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6]);
  }

  private SignalFit fit(OccupancySignal signal, Pair own) {
    Optional<SignalLine> line = lines.get(signal.place());
    int audits = (int) areas.stream().filter(area -> area.has(signal.place())).count();
    if (line.isEmpty()) {
      double sd = policy.standardDeviation(signal);
      return new SignalFit(signal, 0, 1, sd, audits, Basis.CONFIGURED);
    }
    double b = line.get().slope();
    double variance = own.residuals() / (own.count() - 2) - b * b * own.noise() / own.count();
    double sd = Math.max(LEAST_SD, Math.sqrt(Math.max(0, variance)));
    double slopeError = Math.sqrt(slopeVariance(signal.place(), own));
    Basis basis = b > LEAST_SLOPE_RATIO * slopeError ? Basis.CALIBRATED : Basis.REJECTED;
    return new SignalFit(signal, line.get().intercept(), b, sd, audits, basis);
  }

  private double slopeVariance(int k, Pair own) {
    return residualCovariance(k, k, own, own, own) * own.bb() + sampling(k, k, own);
  }

  /** S = D R D, where R is made positive definite. */
  private PerPair covariance(List<SignalFit> fits, Pair[][] pairs) {
    double[][] r = new double[K][K];
    for (int k = 0; k < K; k++) {
      for (int l = 0; l < K; l++) {
        r[k][l] = k == l ? 1 : correlation(fits.get(k), fits.get(l), pairs[k][l]);
      }
    }
    double[][] fixed = PositiveDefinite.correlations(r);
    for (int k = 0; k < K; k++) {
      for (int l = 0; l < K; l++) {
        fixed[k][l] *= fits.get(k).standardDeviation() * fits.get(l).standardDeviation();
      }
    }
    return new PerPair(fixed);
  }

  private double correlation(SignalFit first, SignalFit second, Pair pair) {
    if (pair.count() < policy.leastAudits()) {
      return policy.correlation();
    }
    double covariance =
        pair.residuals() / (pair.count() - 2)
            - first.slope() * second.slope() * pair.noise() / pair.count();
    double r = covariance / (first.standardDeviation() * second.standardDeviation());
    return Math.max(-1, Math.min(1, r));
  }

  /** Covariance of residuals, which hold the errors of the signals and of the audited shares. */
  private double residualCovariance(int k, int l, Pair both, Pair first, Pair second) {
    if (k == l || both.count() >= policy.leastAudits()) {
      return both.residuals() / (both.count() - 2);
    }
    double product =
        first.residuals() / (first.count() - 2) * (second.residuals() / (second.count() - 2));
    return policy.correlation() * Math.sqrt(product);
  }

  private Shared shared(Pair[][] pairs) {
    double[][] aa = new double[K][K];
    double[][] ab = new double[K][K];
    double[][] bb = new double[K][K];
    for (int k = 0; k < K; k++) {
      for (int l = 0; l < K; l++) {
        Pair p = pairs[k][l];
        if (p.count() > 0) {
          double v = residualCovariance(k, l, p, pairs[k][k], pairs[l][l]);
          double x = sampling(k, l, p);
          double qk = lines.get(k).orElseThrow().centre();
          double ql = lines.get(l).orElseThrow().centre();
          aa[k][l] = v * p.aa() + qk * ql * x;
          ab[k][l] = v * p.ab() - qk * x;
          bb[k][l] = v * p.bb() + x;
        }
      }
    }
    return new Shared(new PerPair(aa), new PerPair(ab), new PerPair(bb));
  }

  /** What unsure audited shares add to the covariance of two slopes: b b' Σ(var u)² / (S* S*'). */
  private double sampling(int k, int l, Pair pair) {
    SignalLine first = lines.get(k).orElseThrow();
    SignalLine second = lines.get(l).orElseThrow();
    return first.slope()
        * second.slope()
        * pair.noiseSquared()
        / (first.spread() * second.spread());
  }
}
