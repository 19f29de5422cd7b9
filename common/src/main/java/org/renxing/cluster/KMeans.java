package org.renxing.cluster;

import java.util.Arrays;
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
  private static final int MOST = 1000;

  private final Points points;
  private final int k;
  private final int[] labels;
  private final double[][] centres;
  private final int[] sizes;

  private KMeans(Points points, int k) {
    this.points = points;
    this.k = k;
    this.labels = new int[points.size()];
    this.centres = new double[k][];
    this.sizes = new int[k];
  }

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
    int[] best = new int[0];
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s < starts; s++) {
      KMeans start = new KMeans(points, k);
      start.seed(random);
      start.lloyd();
      start.move();
      double within = start.within();
      if (within < least - GAIN * Math.abs(least) || best.length == 0) {
        least = within;
        best = start.labels.clone();
      }
    }
    return best;
  }

  /** One start without iterations to the end, as mixtures begin with. */
  static int[] seeded(Points points, int k, RandomGenerator random) {
    KMeans start = new KMeans(points, k);
    start.seed(random);
    start.assign();
    return start.labels.clone();
  }

  private void seed(RandomGenerator random) {
    double[] far = new double[points.size()];
    Arrays.fill(far, 1);
    for (int c = 0; c < k; c++) {
      double sum = Arrays.stream(far).sum();
      double at = random.nextDouble() * sum;
      int chosen = -1;
      for (int i = 0; i < far.length && (chosen < 0 || at >= 0); i++) {
        if (far[i] > 0) {
          chosen = i;
          at -= far[i];
        }
      }
      centres[c] = points.row(chosen).clone();
      for (int i = 0; i < far.length; i++) {
        double d = Points.squared(points.row(i), centres[c]);
        far[i] = c == 0 ? d : Math.min(far[i], d);
      }
    }
    Arrays.fill(labels, -1);
  }

  private void lloyd() {
    for (int step = 0; step < MOST && assign(); step++) {
      centre();
      fillEmpty();
    }
  }

  /** To the nearest centre, of equally near ones the one it has; whether any row moved. */
  private boolean assign() {
    boolean isChanged = false;
    Arrays.fill(sizes, 0);
    for (int i = 0; i < labels.length; i++) {
      int best = Math.max(0, labels[i]);
      double least = Points.squared(points.row(i), centres[best]);
      for (int c = 0; c < k; c++) {
        double d = Points.squared(points.row(i), centres[c]);
        if (d < least) {
          least = d;
          best = c;
        }
      }
      isChanged |= best != labels[i];
      labels[i] = best;
      sizes[best]++;
    }
    return isChanged;
  }

  private void centre() {
    int d = points.dimensions();
    double[][] sums = new double[k][d];
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < d; j++) {
        sums[labels[i]][j] += points.row(i)[j];
      }
    }
    for (int c = 0; c < k; c++) {
      for (int j = 0; j < d && sizes[c] > 0; j++) {
        centres[c][j] = sums[c][j] / sizes[c];
      }
    }
  }

  /** An empty cluster takes the row that is farthest from its centre. */
  private void fillEmpty() {
    for (int c = 0; c < k; c++) {
      if (sizes[c] == 0) {
        int farthest = 0;
        double most = -1;
        for (int i = 0; i < labels.length; i++) {
          double d = Points.squared(points.row(i), centres[labels[i]]);
          if (d > most) {
            most = d;
            farthest = i;
          }
        }
        sizes[labels[farthest]]--;
        labels[farthest] = c;
        sizes[c] = 1;
        centre();
      }
    }
  }

  /** Moves single rows while the sum of squares falls. */
  private void move() {
    centre();
    boolean isMoved = true;
    for (int step = 0; step < MOST && isMoved; step++) {
      isMoved = false;
      for (int i = 0; i < labels.length; i++) {
        isMoved |= move(i);
      }
      centre();
    }
  }

  private boolean move(int i) {
    int from = labels[i];
    if (sizes[from] == 1) {
      return false;
    }
    double[] row = points.row(i);
    double left = sizes[from] / (sizes[from] - 1.0) * Points.squared(row, centres[from]);
    int to = from;
    double least = left * (1 - GAIN);
    for (int c = 0; c < k; c++) {
      double cost = sizes[c] / (sizes[c] + 1.0) * Points.squared(row, centres[c]);
      if (c != from && cost < least) {
        least = cost;
        to = c;
      }
    }
    if (to == from) {
      return false;
    }
    for (int j = 0; j < row.length; j++) {
      centres[from][j] += (centres[from][j] - row[j]) / (sizes[from] - 1);
      centres[to][j] += (row[j] - centres[to][j]) / (sizes[to] + 1);
    }
    sizes[from]--;
    sizes[to]++;
    labels[i] = to;
    return true;
  }

  private double within() {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum += Points.squared(points.row(i), centres[labels[i]]);
    }
    return sum;
  }
}
