package org.renxing.space;

import java.util.Arrays;

/**
 * Units with neighbours, and their row-standardised weights: each of the k neighbours of a unit
 * weighs 1/k. Units without a neighbour are left out. Since rows sum to 1, S0 = n.
 */
final class SpatialWeights {
  private final int[] places;
  private final int[][] neighbours;
  private final int[] from;
  private final int[] to;
  private final double[] both;

  private SpatialWeights(int[] places, int[][] neighbours) {
    this.places = places;
    this.neighbours = neighbours;
    int most = Arrays.stream(neighbours).mapToInt(of -> of.length).sum();
    int[] a = new int[most];
    int[] b = new int[most];
    double[] w = new double[most];
    int edges = 0;
    for (int i = 0; i < neighbours.length; i++) {
      for (int j : neighbours[i]) {
        boolean isMutual = Arrays.binarySearch(neighbours[j], i) >= 0;
        if (i < j || !isMutual) {
          a[edges] = Math.min(i, j);
          b[edges] = Math.max(i, j);
          w[edges++] = 1.0 / neighbours[i].length + (isMutual ? 1.0 / neighbours[j].length : 0);
        }
      }
    }
    from = Arrays.copyOf(a, edges);
    to = Arrays.copyOf(b, edges);
    both = Arrays.copyOf(w, edges);
  }

  /**
   * The lattice of those that have neighbours.
   *
   * @param neighbours places of the neighbours of each unit, upwards
   */
  static SpatialWeights of(int[][] neighbours) {
    int[] siteOf = new int[neighbours.length];
    int[] places = new int[neighbours.length];
    int n = 0;
    for (int i = 0; i < neighbours.length; i++) {
      siteOf[i] = n;
      if (neighbours[i].length > 0) {
        places[n++] = i;
      }
    }
    int[][] sites = new int[n][];
    for (int s = 0; s < n; s++) {
      sites[s] = Arrays.stream(neighbours[places[s]]).map(j -> siteOf[j]).toArray();
    }
    return new SpatialWeights(Arrays.copyOf(places, n), sites);
  }

  /** Units with neighbours. */
  int size() {
    return places.length;
  }

  /** The unit's place in what the lattice was made from. */
  int place(int site) {
    return places[site];
  }

  /** How many neighbours a unit has: one or more. */
  int degree(int site) {
    return neighbours[site].length;
  }

  /** The most neighbours of a unit. */
  int largestDegree() {
    return Arrays.stream(neighbours).mapToInt(of -> of.length).max().orElse(0);
  }

  /** The mean number of neighbours; NaN where there are none. */
  double meanDegree() {
    return Arrays.stream(neighbours).mapToInt(of -> of.length).average().orElse(Double.NaN);
  }

  /** The sum of the neighbours' values. */
  double around(int site, double[] values) {
    double sum = 0;
    for (int j : neighbours[site]) {
      sum += values[j];
    }
    return sum;
  }

  /** Pairs of which one or both weigh the other. */
  int edges() {
    return from.length;
  }

  /** An end of a pair. */
  int from(int edge) {
    return from[edge];
  }

  /** The other end. */
  int to(int edge) {
    return to[edge];
  }

  /** w_ij + w_ji. */
  double both(int edge) {
    return both[edge];
  }

  /** S1 = ½ Σ_i Σ_j (w_ij + w_ji)² (Cliff and Ord 1981). */
  double s1() {
    double sum = 0;
    for (double w : both) {
      sum += w * w;
    }
    return sum;
  }

  /** S2 = Σ_i (Σ_j w_ij + Σ_j w_ji)² (Cliff and Ord 1981). */
  double s2() {
    double[] columns = new double[places.length];
    for (int[] of : neighbours) {
      for (int j : of) {
        columns[j] += 1.0 / of.length;
      }
    }
    double sum = 0;
    for (double column : columns) {
      sum += (1 + column) * (1 + column);
    }
    return sum;
  }
}
