package org.renxing.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows in clusters 1 to k. Clusters are numbered by the means of their first figure upwards, of
 * equal means by the next figure.
 */
public final class Partition {
  private final int[] labels;
  private final double[][] means;
  private final double[] within;
  private final int[] sizes;

  /**
   * A partition of the rows.
   *
   * @param rows the rows that are parted
   * @param labels from 0 to k − 1, each held by some row
   */
  static Partition of(double[][] rows, int[] labels, int k) {
    Partition raw = new Partition(rows, labels, k);
    return raw.renumbered(rows, raw.means);
  }

  /**
   * A partition that labels give, whatever their numbers.
   *
   * @param labels one a row
   */
  public static Partition ofLabels(double[][] rows, int[] labels) {
    int[] numbers = Arrays.stream(labels).distinct().sorted().toArray();
    return of(
        rows,
        Arrays.stream(labels).map(l -> Arrays.binarySearch(numbers, l)).toArray(),
        numbers.length);
  }

  private Partition(double[][] rows, int[] labels, int k) {
    this.labels = labels.clone();
    int d = rows[0].length;
    means = new double[k][d];
    sizes = new int[k];
    within = new double[k];
    for (int i = 0; i < rows.length; i++) {
      sizes[labels[i]]++;
      for (int j = 0; j < d; j++) {
        means[labels[i]][j] += rows[i][j];
      }
    }
    for (int c = 0; c < k; c++) {
      for (int j = 0; j < d; j++) {
        means[c][j] /= sizes[c];
      }
    }
    for (int i = 0; i < rows.length; i++) {
      within[labels[i]] += Points.squared(rows[i], means[labels[i]]);
    }
  }

  /**
   * The same clusters, numbered by the mean of another figure upwards.
   *
   * @param rows those of this partition
   * @param score one a row
   */
  public Partition orderedBy(double[][] rows, double[] score) {
    double[][] scores = new double[sizes.length][1];
    for (int i = 0; i < labels.length; i++) {
      scores[labels[i]][0] += score[i] / sizes[labels[i]];
    }
    return renumbered(rows, scores);
  }

  private Partition renumbered(double[][] rows, double[][] keys) {
    int k = sizes.length;
    int[] order =
        IntStream.range(0, k)
            .boxed()
            .sorted((a, b) -> Arrays.compare(keys[a], keys[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] number = new int[k];
    for (int c = 0; c < k; c++) {
      number[order[c]] = c;
    }
    return new Partition(rows, Arrays.stream(labels).map(l -> number[l]).toArray(), k);
  }

  /** How many clusters. */
  public int clusters() {
    return sizes.length;
  }

  /** The cluster of a row, from 1. */
  public int cluster(int row) {
    return labels[row] + 1;
  }

  /** The clusters of all rows, from 1. */
  public int[] labels() {
    return Arrays.stream(labels).map(l -> l + 1).toArray();
  }

  /** How many rows a cluster has. */
  public int size(int cluster) {
    return sizes[cluster - 1];
  }

  /** The mean of a figure in a cluster. */
  public double mean(int cluster, int figure) {
    return means[cluster - 1][figure];
  }

  /** The sum of squared distances of a cluster's rows from its mean. */
  public double within(int cluster) {
    return within[cluster - 1];
  }

  /** The sum over all clusters. */
  public double within() {
    return Arrays.stream(within).sum();
  }

  /** The Euclidean distance of any row from the mean of a cluster. */
  public double distance(double[] row, int cluster) {
    return Math.sqrt(Points.squared(row, means[cluster - 1]));
  }

  /** The cluster whose mean is nearest to any row, the first of equally near ones. */
  public int nearest(double[] row) {
    int best = 1;
    for (int c = 2; c <= sizes.length; c++) {
      best = distance(row, c) < distance(row, best) ? c : best;
    }
    return best;
  }

  double[] means(int label) {
    return means[label];
  }

  int label(int row) {
    return labels[row];
  }
}
