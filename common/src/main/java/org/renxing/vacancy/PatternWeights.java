package org.renxing.vacancy;

import java.io.Serializable;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealVector;
import org.renxing.model.OccupancySignal;

/**
 * How an area with a pattern of present signals is judged, by generalised least squares (Aitken
 * 1935): p̂ = Σ W_k r_k + offset with W = S⁻¹b / (b'S⁻¹b), of variance V = 1/(b'S⁻¹b).
 *
 * @param pattern present signals, as bits
 * @param weights of all signals; 0 for those that are absent or rejected
 * @param offset −Σ W_k a_k
 * @param variance V, times {@code inflation}
 * @param inflation how much an S from few audits understates V: 1 where none of it is estimated
 * @param quantile half the width of the interval in standard errors
 * @param method where the weights come from; null where the pattern has no signal of use
 */
record PatternWeights(
    int pattern,
    PerSignal weights,
    double offset,
    double variance,
    double inflation,
    double quantile,
    Method method)
    implements Serializable {

  /** Whether the pattern says anything about occupancy. */
  boolean isUsable() {
    return method != Method.NONE;
  }

  /** p̂ of rates; absent signals may be NaN. Not limited to [0, 1]. */
  double estimate(PerSignal rates) {
    double out = offset;
    for (int k = 0; k < OccupancySignal.COUNT; k++) {
      out += weights.get(k) == 0 ? 0 : weights.get(k) * rates.get(k);
    }
    return out;
  }

  /** The weights of a pattern under a model. */
  static PatternWeights of(int pattern, ErrorModel model, double confidence) {
    int[] present =
        java.util.stream.IntStream.range(0, OccupancySignal.COUNT)
            .filter(k -> (pattern >> k & 1) == 1 && model.fits().get(k).isUsed())
            .toArray();
    double[] weights = new double[OccupancySignal.COUNT];
    if (present.length == 0) {
      return new PatternWeights(pattern, new PerSignal(weights), 0, 0, 1, 0, Method.NONE);
    }
    RealVector b =
        MatrixUtils.createRealVector(
            java.util.Arrays.stream(present)
                .mapToDouble(k -> model.fits().get(k).slope())
                .toArray());
    RealVector solved =
        new CholeskyDecomposition(
                MatrixUtils.createRealMatrix(model.covariance().toArray())
                    .getSubMatrix(present, present))
            .getSolver()
            .solve(b);
    double precision = b.dotProduct(solved);
    double offset = 0;
    int calibrated = 0;
    int audits = Integer.MAX_VALUE;
    for (int i = 0; i < present.length; i++) {
      SignalFit fit = model.fits().get(present[i]);
      weights[present[i]] = solved.getEntry(i) / precision;
      offset -= weights[present[i]] * fit.intercept();
      if (fit.isCalibrated()) {
        calibrated++;
        audits = Math.min(audits, fit.audits());
      }
    }
    double inflation = calibrated == 0 ? 1 : inflation(audits - 2, calibrated);
    return new PatternWeights(
        pattern,
        new PerSignal(weights),
        offset,
        inflation / precision,
        inflation,
        quantile(confidence, calibrated == 0 ? 0 : audits - 2),
        Method.of(calibrated, present.length));
  }

  /**
   * With S from ν degrees of freedom, 1/(b'Ŝ⁻¹b) is (ν − K + 1)/ν of the least variance in the
   * mean, and the weights that it gives have (ν − 1)/(ν − K) of it (Kempf and Memmel 2006, for
   * portfolios).
   */
  private static double inflation(double degrees, int signals) {
    return (degrees - 1) / (degrees - signals) * degrees / (degrees - signals + 1);
  }

  /** Of the normal distribution for 0 degrees of freedom, else of Student's. */
  static double quantile(double confidence, int degrees) {
    double p = (1 + confidence) / 2;
    return degrees == 0
        ? new NormalDistribution(null, 0, 1).inverseCumulativeProbability(p)
        : new TDistribution(null, degrees).inverseCumulativeProbability(p);
  }
}
