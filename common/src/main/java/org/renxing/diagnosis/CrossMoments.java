package org.renxing.diagnosis;

import java.io.Serializable;
import java.util.List;

/** Moments and cross moments of every pair of columns, over the rows that have both. */
public final class CrossMoments implements Serializable {
  private static final long serialVersionUID = 1L;
  private final CoMoments[] pairs;

  private CrossMoments(int size) {
    this.pairs = new CoMoments[size * (size + 1) / 2];
  }

  /** Of columns of equal length, NaN where a value is missing. */
  static CrossMoments of(double[][] columns) {
    CrossMoments out = new CrossMoments(columns.length);
    for (int k = 0; k < columns.length; k++) {
      for (int j = 0; j <= k; j++) {
        out.pairs[place(j, k)] = CoMoments.of(columns[j], columns[k]);
      }
    }
    return out;
  }

  /** Of several sets of rows, put together in the order of the list. */
  static CrossMoments sum(int size, List<CrossMoments> parts) {
    CrossMoments out = new CrossMoments(size);
    for (int p = 0; p < out.pairs.length; p++) {
      out.pairs[p] = new CoMoments();
      for (CrossMoments part : parts) {
        out.pairs[p].add(part.pairs[p]);
      }
    }
    return out;
  }

  /** A pair, in either order; the moments are those of the lower place first. */
  public CoMoments pair(int j, int k) {
    return pairs[j <= k ? place(j, k) : place(k, j)];
  }

  private static int place(int j, int k) {
    return k * (k + 1) / 2 + j;
  }
}
