package org.renxing.multicriteria;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.renxing.ranking.Places;

/**
 * Rank-sum ratio (Tian Fengdiao 1988): RSR = Σ_j w_j R_ij / n, with R from 1 for the worst to n for
 * the best of n alternatives, ties their mean rank.
 *
 * <p>Its distribution: the alternatives of one RSR have the cumulative share p = (mean of their
 * ranks by RSR)/n, where the last, 1, becomes 1 − 1/(4n); probit = 5 + Φ⁻¹(p). A line of RSR on
 * probit by least squares over the different values of RSR gives the fitted RSR, by which grades
 * are cut.
 */
final class RankSumRatio {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final double[] ratios;
  private final double[] probits;
  private final double intercept;
  private final double slope;

  private RankSumRatio(double[] ratios, double[] probits, SimpleRegression line) {
    this.ratios = ratios;
    this.probits = probits;
    this.intercept = line.getIntercept();
    this.slope = line.getSlope();
  }

  /** Of two alternatives or more. */
  static RankSumRatio of(Alternatives given) {
    int n = given.size();
    double[] ratios = new double[n];
    for (int j = 0; j < given.criteria(); j++) {
      double[] ranks = ranks(given.column(j));
      for (int i = 0; i < n; i++) {
        ratios[i] += given.weight(j) * ranks[i] / n;
      }
    }
    double[] ranks = ranks(ratios);
    double[] probits = Arrays.stream(ranks).map(rank -> probit(rank, n)).toArray();
    SimpleRegression line = new SimpleRegression();
    int[] order = Places.of(ratios).descending();
    for (int p = 0; p < n; p++) {
      if (p == 0 || ranks[order[p]] != ranks[order[p - 1]]) {
        line.addData(probits[order[p]], ratios[order[p]]);
      }
    }
    return new RankSumRatio(ratios, probits, line);
  }

  /** Ranks from 1 for the least, ties their mean. */
  private static double[] ranks(double[] values) {
    return Arrays.stream(Places.of(values).percentiles())
        .map(share -> Math.rint(2 * (1 + share * (values.length - 1))) / 2)
        .toArray();
  }

  private static double probit(double rank, int n) {
    double share = rank == n ? 1 - 1 / (4.0 * n) : rank / n;
    return 5 + NORMAL.inverseCumulativeProbability(share);
  }

  /** RSR, above 0 and up to 1. */
  double[] ratios() {
    return ratios.clone();
  }

  /** The probit of each alternative. */
  double[] probits() {
    return probits.clone();
  }

  /** The fitted RSR; NaN where all alternatives have one RSR. */
  double[] fitted() {
    return Arrays.stream(probits).map(probit -> intercept + slope * probit).toArray();
  }

  /** The intercept of the line; NaN where all alternatives have one RSR. */
  double intercept() {
    return intercept;
  }

  /** The slope of the line; NaN where all alternatives have one RSR. */
  double slope() {
    return slope;
  }
}
