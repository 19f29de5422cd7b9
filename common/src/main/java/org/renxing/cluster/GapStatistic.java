package org.renxing.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * How much smaller the spread within k clusters is than that of rows without clusters (Tibshirani,
 * Walther and Hastie 2001): gap(k) = E ln W_k(reference) − ln W_k, with W_k = Σ_r D_r/(2 n_r), D_r
 * the distances between all pairs of a cluster. References are uniform over the ranges of the
 * columns. The clusters are those of {@link KMeans}.
 *
 * @param logWithin ln W_k
 * @param gap NaN where W_k is 0
 * @param error s_k, the deviation of ln W_k over the references times √(1 + 1/B)
 */
public record GapStatistic(int k, double logWithin, double gap, double error) {

  /**
   * How it is computed.
   *
   * @param references B
   * @param isSquared whether D takes squared distances, so that W_k is the sum of squares within
   *     clusters, as in the source; else distances, as R's clusGap does unless told otherwise
   * @param starts of each partition
   */
  public record Options(int references, boolean isSquared, int starts, long seed) {}

  /** The statistics of k from 1 to the largest. */
  public static List<GapStatistic> of(double[][] rows, int largest, Options options) {
    Points points = new Points(rows);
    points.require(largest);
    double[][] sorted = new double[rows.length][];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = points.row(i);
    }
    double[] data = logWithin(sorted, largest, options);
    double[][] references = new double[options.references][];
    RandomGenerator random =
        new MersenneTwister(
            new int[] {(int) (options.seed >>> 32), (int) options.seed, rows.length, 17});
    for (int b = 0; b < references.length; b++) {
      references[b] = logWithin(uniform(sorted, random), largest, options);
    }
    List<GapStatistic> out = new ArrayList<>();
    for (int k = 1; k <= largest; k++) {
      int at = k - 1;
      double[] logs = Arrays.stream(references).mapToDouble(r -> r[at]).toArray();
      double mean = Arrays.stream(logs).sum() / logs.length;
      double squares = Arrays.stream(logs).map(v -> (v - mean) * (v - mean)).sum();
      double error = Math.sqrt(squares / (logs.length - 1) * (1 + 1.0 / logs.length));
      boolean isKnown = Double.isFinite(data[at]);
      out.add(
          new GapStatistic(
              k, data[at], isKnown ? mean - data[at] : Double.NaN, isKnown ? error : Double.NaN));
    }
    return out;
  }

  /**
   * The smallest k with gap(k) of gap(k + 1) − s(k + 1) or more; the largest k if there is none.
   */
  public static int best(List<GapStatistic> all) {
    for (int i = 0; i + 1 < all.size(); i++) {
      if (all.get(i).gap >= all.get(i + 1).gap - all.get(i + 1).error) {
        return all.get(i).k;
      }
    }
    return all.get(all.size() - 1).k;
  }

  private static double[][] uniform(double[][] rows, RandomGenerator random) {
    int d = rows[0].length;
    double[][] out = new double[rows.length][d];
    for (int j = 0; j < d; j++) {
      int column = j;
      double least = Arrays.stream(rows).mapToDouble(r -> r[column]).min().orElseThrow();
      double most = Arrays.stream(rows).mapToDouble(r -> r[column]).max().orElseThrow();
      for (double[] row : out) {
        row[j] = least + random.nextDouble() * (most - least);
      }
    }
    return out;
  }

  private static double[] logWithin(double[][] rows, int largest, Options options) {
    double[] out = new double[largest];
    for (int k = 1; k <= largest; k++) {
      Partition partition = KMeans.of(rows, k, options.starts, options.seed);
      out[k - 1] = Math.log(options.isSquared ? partition.within() : distances(rows, partition));
    }
    return out;
  }

  private static double distances(double[][] rows, Partition partition) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < i; j++) {
        if (partition.label(i) == partition.label(j)) {
          double d = Math.sqrt(Points.squared(rows[i], rows[j]));
          sum += d / partition.size(partition.cluster(i));
        }
      }
    }
    return sum;
  }
}
