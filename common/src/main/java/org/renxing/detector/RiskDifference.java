package org.renxing.detector;

import org.renxing.numerics.TailProbability;

/**
 * Whether the means of two strata differ: Welch's t test, two-sided.
 *
 * @param t NaN where a stratum has fewer than two rows, or neither varies and the means are equal
 */
public record RiskDifference(
    String factor,
    String first,
    String second,
    double meanFirst,
    double meanSecond,
    double t,
    double degreesOfFreedom,
    double pValue) {

  static RiskDifference of(Strata strata, Spread spread, Variable y, int a, int b) {
    double na = spread.counts()[a];
    double nb = spread.counts()[b];
    double va = spread.squares()[a] / (na - 1) / na;
    double vb = spread.squares()[b] / (nb - 1) / nb;
    boolean isTested = na > 1 && nb > 1;
    double t = isTested ? (spread.means()[a] - spread.means()[b]) / Math.sqrt(va + vb) : Double.NaN;
    double free = (va + vb) * (va + vb) / (va * va / (na - 1) + vb * vb / (nb - 1));
    return new RiskDifference(
        strata.name(),
        strata.labels().get(a),
        strata.labels().get(b),
        y.shift() + y.scale() * spread.means()[a],
        y.shift() + y.scale() * spread.means()[b],
        t,
        isTested ? free : Double.NaN,
        TailProbability.student(t, free));
  }
}
