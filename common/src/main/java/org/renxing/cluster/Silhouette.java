package org.renxing.cluster;

import java.util.Arrays;

/**
 * How well each row lies in its cluster: s = (b − a)/max(a, b), with a the mean distance to the
 * others of its cluster and b that to the nearest other cluster (Rousseeuw 1987); 0 for a cluster
 * of one. Beyond {@link #MOST_EXACT} rows a and b are distances to the means of clusters, the
 * simplified silhouette (Hruschka et al. 2004).
 */
public final class Silhouette {
  /** Up to so many rows all distances are taken. */
  public static final int MOST_EXACT = 5000;

  private final double[] values;
  private final boolean isExact;

  private Silhouette(double[] values, boolean isExact) {
    this.values = values;
    this.isExact = isExact;
  }

  /** The silhouettes of a partition; NaN throughout for one cluster. */
  public static Silhouette of(double[][] rows, Partition partition) {
    return rows.length <= MOST_EXACT ? exact(rows, partition) : simplified(rows, partition);
  }

  static Silhouette exact(double[][] rows, Partition partition) {
    double[] out = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double[] sums = new double[partition.clusters()];
      for (int j = 0; j < rows.length; j++) {
        sums[partition.label(j)] += Math.sqrt(Points.squared(rows[i], rows[j]));
      }
      int own = partition.label(i);
      for (int c = 0; c < sums.length; c++) {
        int others = partition.size(c + 1) - (c == own ? 1 : 0);
        sums[c] /= others;
      }
      out[i] = partition.size(own + 1) == 1 ? 0 : value(sums, own);
    }
    return new Silhouette(known(out, partition), true);
  }

  static Silhouette simplified(double[][] rows, Partition partition) {
    double[] out = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double[] distances = new double[partition.clusters()];
      for (int c = 0; c < distances.length; c++) {
        distances[c] = Math.sqrt(Points.squared(rows[i], partition.means(c)));
      }
      int own = partition.label(i);
      out[i] = partition.size(own + 1) == 1 ? 0 : value(distances, own);
    }
    return new Silhouette(known(out, partition), false);
  }

  private static double[] known(double[] values, Partition partition) {
    if (partition.clusters() == 1) {
      Arrays.fill(values, Double.NaN);
    }
    return values;
  }

  private static double value(double[] distances, int own) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int c = 0; c < distances.length; c++) {
      nearest = c == own ? nearest : Math.min(nearest, distances[c]);
    }
    double most = Math.max(nearest, distances[own]);
    return most == 0 ? 0 : (nearest - distances[own]) / most;
  }

  /** Of a row. */
  public double value(int row) {
    return values[row];
  }

  /** The mean of all rows. */
  public double mean() {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(sorted).sum() / sorted.length;
  }

  /** Whether all distances were taken; else those to means. */
  public boolean isExact() {
    return isExact;
  }
}
