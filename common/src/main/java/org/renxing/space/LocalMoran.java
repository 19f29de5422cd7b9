package org.renxing.space;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Local Moran's I (Anselin 1995): I_i = z_i Σ_j w_ij z_j / (Σ z²/n), with deviations z from the
 * mean. The mean of I_i is the global I.
 *
 * <p>Inference by conditional permutation: a unit keeps its value, its k neighbours are drawn from
 * the other units without replacement. One table of draws serves all units: draws are from n − 1
 * places, and where a unit is drawn as its own neighbour the last unit stands in for it. So sums of
 * neighbours are the same for all units of k neighbours but in the few draws that hold the unit
 * itself, and a binary search counts them: about k draws a unit in place of one for each
 * arrangement.
 */
final class LocalMoran {
  private static final double NOISE = 1e-12;
  private static final int PURPOSE = 2;

  private final SpatialWeights lattice;
  private final PermutationSampler chance;
  private final int most;
  private final int[] draws;
  private final int[] starts;
  private final int[] drawnAt;

  /** Draws for a lattice, to be used for all its years. */
  LocalMoran(SpatialWeights lattice, PermutationSampler chance) {
    this.lattice = lattice;
    this.chance = chance;
    this.most = lattice.largestDegree();
    this.draws = draws(lattice.size() - 1, most, chance);
    this.starts = new int[lattice.size() + 1];
    this.drawnAt = new int[draws.length];
    for (int unit : draws) {
      starts[unit + 1]++;
    }
    for (int i = 0; i < lattice.size(); i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    for (int at = 0; at < draws.length; at++) {
      drawnAt[next[draws[at]]++] = at;
    }
  }

  /** I_i of each unit. */
  double[] values(double[] z) {
    double second = variance(z);
    double[] out = new double[z.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = z[i] * lag(i, z) / second;
    }
    return out;
  }

  /** The mean of the deviations of a unit's neighbours. */
  double lag(int site, double[] z) {
    return lattice.around(site, z) / lattice.degree(site);
  }

  /**
   * One-sided pseudo p-values of I_i, see {@link PermutationSampler#pValue}; 1 for a unit at the
   * mean.
   */
  double[] pValues(double[] z) {
    double noise = NOISE * Math.sqrt(variance(z));
    double[] sums = new double[chance.permutations()];
    double[] out = new double[z.length];
    int[] degrees = new int[z.length];
    for (int i = 0; i < degrees.length; i++) {
      degrees[i] = lattice.degree(i);
    }
    int before = 0;
    for (int k : Arrays.stream(degrees).sorted().distinct().toArray()) {
      for (int r = 0; r < sums.length; r++) {
        for (int c = before; c < k; c++) {
          sums[r] += z[draws[r * most + c]];
        }
      }
      before = k;
      double[] sorted = sums.clone();
      Arrays.sort(sorted);
      for (int i = 0; i < degrees.length; i++) {
        if (degrees[i] == k) {
          out[i] = Math.abs(z[i]) <= noise ? 1 : pValue(i, z, sums, sorted, k * noise);
        }
      }
    }
    return out;
  }

  private double pValue(int site, double[] z, double[] sums, double[] sorted, double noise) {
    int k = lattice.degree(site);
    double observed = lattice.around(site, z);
    double low = observed - noise;
    double high = observed + noise;
    int atLeast = sorted.length - below(sorted, low, false);
    int atMost = below(sorted, high, true);
    for (int at = starts[site]; at < starts[site + 1]; at++) {
      int r = drawnAt[at] / most;
      if (drawnAt[at] % most < k) {
        double own = withoutItself(r, site, k, z);
        atLeast += (own >= low ? 1 : 0) - (sums[r] >= low ? 1 : 0);
        atMost += (own <= high ? 1 : 0) - (sums[r] <= high ? 1 : 0);
      }
    }
    return chance.pValue(atLeast, atMost);
  }

  private double withoutItself(int r, int site, int k, double[] z) {
    double sum = 0;
    for (int c = 0; c < k; c++) {
      int drawn = draws[r * most + c];
      sum += z[drawn == site ? z.length - 1 : drawn];
    }
    return sum;
  }

  /** How many lie below a bound, or, if it is closed, do not lie above it. */
  private static int below(double[] sorted, double bound, boolean isClosed) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean isBelow = isClosed ? sorted[middle] <= bound : sorted[middle] < bound;
      low = isBelow ? middle + 1 : low;
      high = isBelow ? high : middle;
    }
    return low;
  }

  /** For each arrangement, {@code most} different places below {@code places}. */
  private static int[] draws(int places, int most, PermutationSampler chance) {
    RandomGenerator random = chance.numbers(PURPOSE, places + 1);
    int[] pool = new int[places];
    for (int i = 0; i < places; i++) {
      pool[i] = i;
    }
    int[] out = new int[chance.permutations() * most];
    for (int r = 0; r < chance.permutations(); r++) {
      for (int c = 0; c < most; c++) {
        int at = c + random.nextInt(places - c);
        int drawn = pool[at];
        pool[at] = pool[c];
        pool[c] = drawn;
        out[r * most + c] = drawn;
      }
    }
    return out;
  }

  private static double variance(double[] z) {
    double sum = 0;
    for (double v : z) {
      sum += v * v;
    }
    return sum / z.length;
  }
}
