package org.renxing.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Clusters that are split in two, one after the other (Steinbach, Karypis and Kumar 2000): always
 * the one with the largest sum of squares, by {@link KMeans}.
 */
public final class BisectingKMeans {
  private BisectingKMeans() {}

  /**
   * The partition.
   *
   * @param rows none missing
   * @param starts of each split
   * @throws org.renxing.model.RenxingException DATA_CHECK for k above the number of different rows
   */
  public static Partition of(double[][] rows, int k, int starts, long seed) {
    new Points(rows).require(k);
    int[] labels = new int[rows.length];
    for (int c = 1; c < k; c++) {
      int widest = 0;
      double most = -1;
      for (int of = 0; of < c; of++) {
        double[][] part = rows(rows, members(labels, of));
        double within = Partition.of(part, new int[part.length], 1).within();
        if (new Points(part).distinct() > 1 && within > most * (1 + 1e-12)) {
          most = within;
          widest = of;
        }
      }
      int[] members = members(labels, widest);
      Partition halves = KMeans.of(rows(rows, members), 2, starts, seed);
      for (int m = 0; m < members.length; m++) {
        labels[members[m]] = halves.label(m) == 0 ? widest : c;
      }
    }
    return Partition.of(rows, labels, k);
  }

  private static int[] members(int[] labels, int of) {
    return IntStream.range(0, labels.length).filter(i -> labels[i] == of).toArray();
  }

  private static double[][] rows(double[][] rows, int[] members) {
    return Arrays.stream(members).mapToObj(i -> rows[i]).toArray(double[][]::new);
  }
}
