package org.renxing.cluster;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Partitions with a small sum of squares within clusters: k-means++ starts (Arthur and
 * Vassilvitskii 2007), Lloyd's iterations (1982) until nothing changes, then single rows moved as
 * long as that lowers the sum (Hartigan 1975), which leaves fewer local minima than Lloyd's; the
 * best of many starts.
 */
public final class KMeans {
  private static final double GAIN = 1e-12;

  /** Distances of a pass over all starts from which on starts share the processors. */
  private static final long LARGE = 1_000_000;

  private KMeans() {}

  /**
   * The best partition that was found.
   *
   * @param rows none missing
   * @param starts one or more
   * @throws org.renxing.model.RenxingException DATA_CHECK for k above the number of different rows
   */
  public static Partition of(double[][] rows, int k, int starts, long seed) {
    Points points = new Points(rows);
    points.require(k);
    return Partition.of(rows, points.asGiven(labels(points, k, starts, seed)), k);
  }

  static int[] labels(Points points, int k, int starts, long seed) {
    RandomGenerator random =
        new MersenneTwister(new int[] {(int) (seed >>> 32), (int) seed, points.size(), k});
    // drawn one after the other, so that starts do not depend on who computes them
    List<double[]> draws = Stream.generate(() -> draws(random, k)).limit(starts).toList();
    IntStream all = IntStream.range(0, starts);
    boolean isLarge = (long) points.size() * k * starts >= LARGE;
    List<KMeansStart> ended =
        (isLarge ? all.parallel() : all)
            .mapToObj(s -> new KMeansStart(points, k).seed(draws.get(s)).run())
            .toList();
    KMeansStart best = ended.get(0);
    for (KMeansStart start : ended) {
      if (start.within() < best.within() - GAIN * Math.abs(best.within())) {
        best = start;
      }
    }
    return best.labels();
  }

  /** One start without iterations to the end, as mixtures begin with. */
  static int[] seeded(Points points, int k, RandomGenerator random) {
    KMeansStart start = new KMeansStart(points, k).seed(draws(random, k));
    start.assign();
    return start.labels();
  }

  private static double[] draws(RandomGenerator random, int k) {
    double[] out = new double[k];
    for (int c = 0; c < k; c++) {
      out[c] = random.nextDouble();
    }
    return out;
  }
}
