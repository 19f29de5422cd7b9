package org.renxing.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.renxing.numerics.SignificantDigits;

/**
 * Places of doubles among each other: values equal to 12 significant digits are ties, NaN is
 * missing and has no place.
 */
public final class Places {
  private final double[] keys;
  private final Integer[] order;

  private Places(double[] keys, Integer[] order) {
    this.keys = keys;
    this.order = order;
  }

  /** Looks at values; the array is not kept. */
  public static Places of(double[] values) {
    double[] keys = Arrays.stream(values).map(SignificantDigits::tieKey).toArray();
    Integer[] order =
        IntStream.range(0, keys.length)
            .filter(i -> !Double.isNaN(keys[i]))
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -keys[i]))
            .toArray(Integer[]::new);
    return new Places(keys, order);
  }

  /** Places from the highest value down; ties in the order of the array, missing ones left out. */
  public int[] descending() {
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /** Dense ranks, 1 for the highest; 0 where missing. */
  public int[] dense() {
    int[] out = new int[keys.length];
    int rank = 0;
    for (int p = 0; p < order.length; p++) {
      if (p == 0 || keys[order[p]] != keys[order[p - 1]]) {
        rank++;
      }
      out[order[p]] = rank;
    }
    return out;
  }

  /**
   * Shares of the others that are lower, ties counted half: from 0 for the lowest to 1 for the
   * highest, 0.5 for one alone; NaN where missing. Their correlation is Spearman's.
   */
  public double[] percentiles() {
    double[] out = new double[keys.length];
    Arrays.fill(out, Double.NaN);
    int n = order.length;
    for (int from = 0; from < n; ) {
      int to = from;
      while (to < n && keys[order[to]] == keys[order[from]]) {
        to++;
      }
      double above = (from + to - 1) / 2.0;
      for (int p = from; p < to; p++) {
        out[order[p]] = n == 1 ? 0.5 : 1 - above / (n - 1);
      }
      from = to;
    }
    return out;
  }
}
