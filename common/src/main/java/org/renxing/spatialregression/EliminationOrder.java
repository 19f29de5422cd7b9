package org.renxing.spatialregression;

import java.util.Arrays;
import java.util.BitSet;
import org.renxing.space.WeightMatrix;

/**
 * In which order the units of a sparse matrix are eliminated so that few entries fill in, by
 * minimum degree (Tinney and Walker 1967), on the pattern of W + W′; of equal degrees the first.
 * With it comes the pattern of the factors, which is symmetric.
 */
final class EliminationOrder {
  private final int[] unitAt;
  private final int[] placeOf;
  private final int[][] later;

  private EliminationOrder(int[] unitAt, int[] placeOf, int[][] later) {
    this.unitAt = unitAt;
    this.placeOf = placeOf;
    this.later = later;
  }

  static EliminationOrder of(WeightMatrix w) {
    int n = w.size();
    BitSet[] near = new BitSet[n];
    for (int i = 0; i < n; i++) {
      near[i] = new BitSet(n);
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < w.degree(i); k++) {
        near[i].set(w.neighbour(i, k));
        near[w.neighbour(i, k)].set(i);
      }
    }
    int[] degrees = Arrays.stream(near).mapToInt(BitSet::cardinality).toArray();
    int[] unitAt = new int[n];
    int[] placeOf = new int[n];
    int[][] later = new int[n][];
    for (int step = 0; step < n; step++) {
      int unit = least(degrees);
      unitAt[step] = unit;
      placeOf[unit] = step;
      later[step] = near[unit].stream().toArray();
      degrees[unit] = Integer.MAX_VALUE;
      for (int other : later[step]) {
        near[other].or(near[unit]);
        near[other].clear(other);
        near[other].clear(unit);
        degrees[other] = near[other].cardinality();
      }
    }
    for (int step = 0; step < n; step++) {
      later[step] = Arrays.stream(later[step]).map(unit -> placeOf[unit]).sorted().toArray();
    }
    return new EliminationOrder(unitAt, placeOf, later);
  }

  private static int least(int[] degrees) {
    int best = 0;
    for (int i = 1; i < degrees.length; i++) {
      best = degrees[i] < degrees[best] ? i : best;
    }
    return best;
  }

  /** The unit that is eliminated at a step. */
  int unitAt(int step) {
    return unitAt[step];
  }

  /** When a unit is eliminated. */
  int placeOf(int unit) {
    return placeOf[unit];
  }

  /** The steps that a step's row of U holds besides its own, upwards. */
  int[][] later() {
    return later;
  }

  /** Multiplications that a factorisation takes, about. */
  double effort() {
    return Arrays.stream(later).mapToDouble(row -> (double) row.length * row.length).sum();
  }
}
