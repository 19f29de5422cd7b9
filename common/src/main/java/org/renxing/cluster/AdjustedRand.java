package org.renxing.cluster;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far two partitions of the same rows agree, beyond chance: 1 where they are the same, 0 on
 * average where they have nothing to do with each other (Hubert and Arabie 1985).
 */
public final class AdjustedRand {
  private AdjustedRand() {}

  /**
   * The index; 1 where both have one cluster, or each row is a cluster in both.
   *
   * @param a labels
   * @param b labels of the same rows
   */
  public static double of(int[] a, int[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " and " + b.length + " labels");
    }
    Map<List<Integer>, Long> cells = new HashMap<>();
    Map<Integer, Long> rows = new HashMap<>();
    Map<Integer, Long> columns = new HashMap<>();
    for (int i = 0; i < a.length; i++) {
      cells.merge(List.of(a[i], b[i]), 1L, Long::sum);
      rows.merge(a[i], 1L, Long::sum);
      columns.merge(b[i], 1L, Long::sum);
    }
    double together = pairs(cells.values());
    double first = pairs(rows.values());
    double second = pairs(columns.values());
    double all = a.length * (a.length - 1.0) / 2;
    double expected = all == 0 ? 0 : first * second / all;
    double most = (first + second) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(Collection<Long> counts) {
    return counts.stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }
}
