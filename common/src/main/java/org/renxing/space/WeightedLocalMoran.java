package org.renxing.space;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Local Moran's I with weights of any size (Anselin 1995): I_i = z_i Σ_j w_ij z_j / (Σ z²/n), with
 * deviations z from the mean. {@link LocalMoran} is the faster kernel for equal weights.
 */
public final class WeightedLocalMoran {
  private static final double NOISE = 1e-12;
  private static final int PURPOSE = 3;

  private final WeightMatrix weights;
  private final double[] z;
  private final String reason;
  private final double second;

  /**
   * Takes the values.
   *
   * @param values of each unit, none missing
   */
  public WeightedLocalMoran(WeightMatrix weights, double[] values) {
    this.weights = weights;
    this.reason = LocalStatistic.reason(values);
    this.z = new double[values.length];
    double mean = 0;
    for (double v : values) {
      mean += v / values.length;
    }
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      z[i] = values[i] - mean;
      sum += z[i] * z[i];
    }
    this.second = sum / z.length;
  }

  /** Which moments standardise I_i. */
  public enum Moments {
    /** Of I_i where z_i stays and the others are arranged at random (Sokal, Oden, Thomson 1998). */
    CONDITIONAL,
    /** Of I_i where all values are arranged at random (Anselin 1995, equation 13). */
    TOTAL
  }

  /** I_i of each unit with its z. */
  public List<LocalStatistic> statistics(Moments moments) {
    List<LocalStatistic> out = new ArrayList<>();
    for (int i = 0; i < z.length; i++) {
      String why = !reason.isEmpty() ? reason : weights.degree(i) == 0 ? "NO_NEIGHBOURS" : "";
      out.add(why.isEmpty() ? statistic(i, moments) : LocalStatistic.none(Double.NaN, why));
    }
    return out;
  }

  private LocalStatistic statistic(int i, Moments moments) {
    double value = z[i] * weights.lag(i, z) / second;
    double expected = expected(i, moments);
    double variance = variance(i, moments);
    boolean isMean = z[i] * z[i] <= NOISE * second;
    if (isMean && moments == Moments.CONDITIONAL) {
      return new LocalStatistic(0, 0, "");
    }
    return variance > NOISE * expected * expected
        ? new LocalStatistic(value, (value - expected) / Math.sqrt(variance), "")
        : LocalStatistic.none(value, "ALL_ARE_NEIGHBOURS");
  }

  /** The expectation of I_i. */
  double expected(int i, Moments moments) {
    double share = moments == Moments.CONDITIONAL ? z[i] * z[i] / second : 1;
    return -share * weights.rowSum(i) / (z.length - 1);
  }

  /** The variance of I_i. */
  double variance(int i, Moments moments) {
    double n = z.length;
    double first = weights.rowSum(i);
    double squares = 0;
    for (int k = 0; k < weights.degree(i); k++) {
      squares += weights.weight(i, k) * weights.weight(i, k);
    }
    if (moments == Moments.CONDITIONAL) {
      double own = z[i] * z[i];
      return own
          / (second * second)
          * (n / (n - 2))
          * (squares - first * first / (n - 1))
          * (second - own / (n - 1));
    }
    double fourth = 0;
    for (double v : z) {
      fourth += v * v * v * v / n;
    }
    double b2 = fourth / (second * second);
    return squares * (n - b2) / (n - 1)
        + (first * first - squares) * (2 * b2 - n) / ((n - 1) * (n - 2))
        - first * first / ((n - 1) * (n - 1));
  }

  /** HH, LL, HL or LH: the unit, then its neighbours, above the mean or not; empty for none. */
  public String quadrant(int i) {
    boolean isKnown = reason.isEmpty() && weights.degree(i) > 0;
    return isKnown ? (z[i] > 0 ? "H" : "L") + (weights.lag(i, z) > 0 ? "H" : "L") : "";
  }

  /**
   * One-sided pseudo p-values by conditional permutation: the unit stays, its neighbours are drawn
   * from the others without replacement; the smaller of both tails with the observation counted in,
   * ties in both ({@link PermutationSampler#pValue}). 1 for a unit at the mean, NaN where there is
   * no I_i. One table of draws of places serves all units: place p stands for unit p, or for p + 1
   * from the unit itself on.
   *
   * @param seed of the draws, which depend on it and on the number of units alone
   */
  public double[] pseudoPValues(int permutations, long seed) {
    int n = z.length;
    double[] out = new double[n];
    int most = 0;
    for (int i = 0; i < n; i++) {
      most = Math.max(most, weights.degree(i));
      out[i] = reason.isEmpty() && weights.degree(i) > 0 ? 1 : Double.NaN;
    }
    if (!reason.isEmpty() || most == 0) {
      return out;
    }
    PermutationSampler chance = new PermutationSampler(seed, "", permutations);
    int[] key = {(int) (seed >>> 32), (int) seed, PURPOSE, n};
    RandomGenerator random = new MersenneTwister(key);
    int[] pool = new int[n - 1];
    for (int p = 0; p < pool.length; p++) {
      pool[p] = p;
    }
    int[] atLeast = new int[n];
    int[] atMost = new int[n];
    double[] observed = weights.lag(z);
    for (int r = 0; r < permutations; r++) {
      draw(pool, most, random);
      count(pool, observed, atLeast, atMost);
    }
    for (int i = 0; i < n; i++) {
      boolean isMean = z[i] * z[i] <= NOISE * second;
      out[i] = isMean || weights.degree(i) == 0 ? out[i] : chance.pValue(atLeast[i], atMost[i]);
    }
    return out;
  }

  /** The two-sided pseudo p-value: twice the one-sided, and at most 1. */
  public static double twoSided(double pValue) {
    return PermutationSampler.twoSided(pValue);
  }

  private static void draw(int[] pool, int most, RandomGenerator random) {
    for (int c = 0; c < most; c++) {
      int at = c + random.nextInt(pool.length - c);
      int drawn = pool[at];
      pool[at] = pool[c];
      pool[c] = drawn;
    }
  }

  private void count(int[] pool, double[] observed, int[] atLeast, int[] atMost) {
    for (int i = 0; i < z.length; i++) {
      double lag = 0;
      for (int k = 0; k < weights.degree(i); k++) {
        int place = pool[k];
        lag += weights.weight(i, k) * z[place < i ? place : place + 1];
      }
      double noise = NOISE * Math.sqrt(second) * weights.rowSum(i);
      atLeast[i] += lag >= observed[i] - noise ? 1 : 0;
      atMost[i] += lag <= observed[i] + noise ? 1 : 0;
    }
  }
}
