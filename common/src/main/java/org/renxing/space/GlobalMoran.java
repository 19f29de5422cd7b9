package org.renxing.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.special.Erf;

/**
 * Moran's I of several years over one lattice: with deviations z from the year's mean and
 * row-standardised weights, I = Σ_i z_i Σ_j w_ij z_j / Σ_i z_i² (Moran 1950; Cliff and Ord 1981).
 *
 * @param value I
 * @param expected −1/(n − 1), under no autocorrelation
 * @param sd of I under randomisation (Cliff and Ord 1981)
 * @param z (I − expected)/sd; NaN where sd is 0, as where all are neighbours of all
 * @param pNormal two-sided, of z under the normal distribution
 * @param pValue one-sided, by permutation of the values over the units ({@link
 *     PermutationSampler#pValue})
 */
public record GlobalMoran(
    double value, double expected, double sd, double z, double pNormal, double pValue)
    implements Serializable {
  /** Where there is none. */
  static final GlobalMoran NONE =
      new GlobalMoran(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** Fewest units for the variance under randomisation. */
  static final int LEAST = 4;

  private static final double NOISE = 1e-12;
  private static final double ROUNDING = 1e-9;
  private static final int PURPOSE = 1;

  /**
   * Moran's I of each year.
   *
   * @param lattice of at least {@link #LEAST} units
   * @param deviations year × site, from the year's mean; not all 0 in any year
   */
  static List<GlobalMoran> of(
      SpatialWeights lattice, double[][] deviations, PermutationSampler chance) {
    int years = deviations.length;
    double[] observed = new double[years];
    int[] sites = new int[lattice.size()];
    for (int i = 0; i < sites.length; i++) {
      sites[i] = i;
    }
    double[] flat = flat(deviations);
    double[] squares = squares(deviations);
    arrange(lattice, sites, flat, squares, observed);
    int[] atLeast = new int[years];
    int[] atMost = new int[years];
    double[] drawn = new double[years];
    RandomGenerator random = chance.numbers(PURPOSE, lattice.size());
    for (int r = 0; r < chance.permutations(); r++) {
      shuffle(sites, random);
      arrange(lattice, sites, flat, squares, drawn);
      for (int t = 0; t < years; t++) {
        atLeast[t] += drawn[t] >= observed[t] - NOISE ? 1 : 0;
        atMost[t] += drawn[t] <= observed[t] + NOISE ? 1 : 0;
      }
    }
    List<GlobalMoran> out = new ArrayList<>();
    for (int t = 0; t < years; t++) {
      out.add(of(lattice, deviations[t], observed[t], chance.pValue(atLeast[t], atMost[t])));
    }
    return out;
  }

  /** Twice the p-value by permutation, and at most 1. */
  public double pValueTwoSided() {
    return PermutationSampler.twoSided(pValue);
  }

  private static GlobalMoran of(SpatialWeights lattice, double[] z, double value, double pValue) {
    double n = lattice.size();
    double expected = -1 / (n - 1);
    double variance = variance(lattice, kurtosis(z));
    double sd = variance > ROUNDING * expected * expected ? Math.sqrt(variance) : 0;
    double score = sd > 0 ? (value - expected) / sd : Double.NaN;
    double pNormal = Double.isNaN(score) ? score : Erf.erfc(Math.abs(score) / Math.sqrt(2));
    return new GlobalMoran(value, expected, sd, score, pNormal, pValue);
  }

  /** Cliff and Ord 1981, the variance of I under randomisation, with S0 = n. */
  private static double variance(SpatialWeights lattice, double kurtosis) {
    double n = lattice.size();
    double s1 = lattice.s1();
    double s2 = lattice.s2();
    double s0 = n * n;
    double first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0);
    double second = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0);
    double square = (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0);
    return square - 1 / ((n - 1) * (n - 1));
  }

  /** The fourth moment over the squared second. */
  private static double kurtosis(double[] z) {
    double second = 0;
    double fourth = 0;
    for (double v : z) {
      second += v * v;
      fourth += v * v * v * v;
    }
    return z.length * fourth / (second * second);
  }

  /** I of every year with the values of unit {@code sites[i]} at i. */
  private static void arrange(
      SpatialWeights lattice, int[] sites, double[] flat, double[] squares, double[] out) {
    int years = out.length;
    Arrays.fill(out, 0);
    for (int e = 0; e < lattice.edges(); e++) {
      double w = lattice.both(e);
      int a = sites[lattice.from(e)] * years;
      int b = sites[lattice.to(e)] * years;
      for (int t = 0; t < years; t++) {
        out[t] += w * flat[a + t] * flat[b + t];
      }
    }
    for (int t = 0; t < years; t++) {
      out[t] /= squares[t];
    }
  }

  private static void shuffle(int[] sites, RandomGenerator random) {
    for (int i = sites.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = sites[i];
      sites[i] = sites[j];
      sites[j] = kept;
    }
  }

  /** Site × year. */
  private static double[] flat(double[][] deviations) {
    int years = deviations.length;
    int n = deviations[0].length;
    double[] out = new double[n * years];
    for (int t = 0; t < years; t++) {
      for (int i = 0; i < n; i++) {
        out[i * years + t] = deviations[t][i];
      }
    }
    return out;
  }

  private static double[] squares(double[][] deviations) {
    double[] out = new double[deviations.length];
    for (int t = 0; t < out.length; t++) {
      for (double z : deviations[t]) {
        out[t] += z * z;
      }
    }
    return out;
  }
}
