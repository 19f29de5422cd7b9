package org.renxing.multicriteria;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * VIKOR, multi-criteria optimisation and compromise solution (Opricovic and Tzeng 2004): with
 * regrets w_j (y_j* − y_ij)/(y_j* − y_j⁻), S is their sum, R the largest of them, and Q = v (S −
 * S*)/(S⁻ − S*) + (1 − v)(R − R*)/(R⁻ − R*), from 0 for the best. A constant criterion regrets
 * nothing; where all S, or all R, are equal to 1e-12, their part of Q is 0.
 */
final class Vikor {
  /** S, R and Q lie between 0 and 1; they are equal where they differ by less. */
  private static final double NOISE = 1e-12;

  private final double[] s;
  private final double[] r;
  private final double[] q;

  private Vikor(double[] s, double[] r, double[] q) {
    this.s = s;
    this.r = r;
    this.q = q;
  }

  /**
   * Of alternatives.
   *
   * @param v weight of the sum against the largest regret, from 0 to 1
   */
  static Vikor of(Alternatives given, double v) {
    double[] s = new double[given.size()];
    double[] r = new double[given.size()];
    for (int j = 0; j < given.criteria(); j++) {
      double best = given.best(j);
      double range = best - given.worst(j);
      for (int i = 0; range > 0 && i < s.length; i++) {
        double regret = given.weight(j) * (best - given.value(i, j)) / range;
        s[i] += regret;
        r[i] = Math.max(r[i], regret);
      }
    }
    double[] ofSum = shares(s);
    double[] ofMost = shares(r);
    double[] q =
        IntStream.range(0, s.length).mapToDouble(i -> v * ofSum[i] + (1 - v) * ofMost[i]).toArray();
    return new Vikor(s, r, q);
  }

  private static double[] shares(double[] x) {
    double least = least(x);
    double range = Arrays.stream(x).max().orElseThrow() - least;
    return Arrays.stream(x).map(a -> range > NOISE ? (a - least) / range : 0).toArray();
  }

  private static double least(double[] x) {
    return Arrays.stream(x).min().orElseThrow();
  }

  /** The sum of regrets, weights summing to 1. */
  double[] s() {
    return s.clone();
  }

  /** The largest regret. */
  double[] r() {
    return r.clone();
  }

  /** The index by which alternatives are ranked, the smallest first. */
  double[] q() {
    return q.clone();
  }

  /** What may be proposed of two alternatives or more. */
  Compromise compromise() {
    double[] sorted = q.clone();
    Arrays.sort(sorted);
    double required = 1.0 / (q.length - 1);
    double advantage = sorted[1] - sorted[0];
    boolean isAhead = advantage >= required - NOISE;
    boolean isStable =
        IntStream.range(0, q.length)
            .filter(i -> q[i] <= sorted[0] + NOISE)
            .anyMatch(i -> s[i] <= least(s) + NOISE || r[i] <= least(r) + NOISE);
    double limit =
        isAhead ? (isStable ? sorted[0] : sorted[1]) + NOISE : sorted[0] + required - NOISE;
    List<Boolean> members = Arrays.stream(q).mapToObj(x -> x <= limit).toList();
    return new Compromise(advantage, required, isAhead, isStable, members);
  }
}
