package org.renxing.cluster;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * A mixture of normal distributions by expectation and maximisation (Dempster, Laird and Rubin
 * 1977), from the best partition of {@link KMeans} and random starts. A start whose covariance
 * shrinks to a point or line, where the likelihood has no bound, is given up. Components are
 * numbered by their means, the first figure first, upwards.
 */
public final class GaussianMixture {
  /** A start ends where the likelihood gains less than this share of it, the best one later. */
  private static final double NEAR = 1e-8;

  private static final double CLOSE = 1e-11;
  private static final int MOST = 5000;

  private final Points points;
  private final Shape shape;
  private final double[] shares;
  private final double[][] means;
  private final Covariance[] covariances;
  private final double[][] responsibilities;
  private double logLikelihood = Double.NEGATIVE_INFINITY;

  private GaussianMixture(Points points, int k, Shape shape) {
    this.points = points;
    this.shape = shape;
    this.shares = new double[k];
    this.means = new double[k][points.dimensions()];
    this.covariances = new Covariance[k];
    this.responsibilities = new double[points.size()][k];
  }

  /** What covariances are free to be. */
  public enum Shape {
    /** Each component its own (mclust's VVV). */
    FULL,
    /** One for all (EEE). */
    TIED,
    /** Each its own variances, no covariances (VVI). */
    DIAGONAL,
    /** Each one variance for all figures (VII). */
    SPHERICAL
  }

  /**
   * The mixture of the highest likelihood that was found.
   *
   * @param rows none missing
   * @param starts one or more
   * @throws RenxingException DATA_CHECK for k above the number of different rows, and where each
   *     start shrinks
   */
  public static GaussianMixture of(double[][] rows, int k, Shape shape, int starts, long seed) {
    return find(rows, k, shape, starts, seed)
        .orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.DATA_CHECK,
                    "a mixture of "
                        + k
                        + " components shrinks to single values; take fewer components or"
                        + " columns, or a simpler shape"));
  }

  /**
   * The same; empty where each start shrinks.
   *
   * @throws RenxingException DATA_CHECK for k above the number of different rows
   */
  public static Optional<GaussianMixture> find(
      double[][] rows, int k, Shape shape, int starts, long seed) {
    Points points = new Points(rows);
    points.require(k);
    RandomGenerator random =
        new MersenneTwister(new int[] {(int) (seed >>> 32), (int) seed, points.size(), k, 19});
    Optional<GaussianMixture> best = Optional.empty();
    for (int s = 0; s < starts; s++) {
      int[] labels = s == 0 ? KMeans.labels(points, k, 10, seed) : KMeans.seeded(points, k, random);
      GaussianMixture mixture = new GaussianMixture(points, k, shape);
      if (mixture.fit(labels)) {
        double least = best.map(b -> b.logLikelihood).orElse(Double.NEGATIVE_INFINITY);
        boolean isBetter = mixture.logLikelihood > least + 1e-9 * Math.abs(mixture.logLikelihood);
        best = isBetter || best.isEmpty() ? Optional.of(mixture) : best;
      }
    }
    return best.filter(mixture -> mixture.climb(CLOSE)).map(GaussianMixture::ordered);
  }

  private boolean fit(int[] labels) {
    for (int i = 0; i < labels.length; i++) {
      responsibilities[i][labels[i]] = 1;
    }
    return climb(NEAR);
  }

  /** Whether the likelihood came to rest, with no covariance shrunk. */
  private boolean climb(double share) {
    for (int step = 0; step < MOST; step++) {
      if (!maximise()) {
        return false;
      }
      double before = logLikelihood;
      expect();
      if (!(logLikelihood - before > share * Math.abs(logLikelihood))) {
        return true;
      }
    }
    return true;
  }

  private boolean maximise() {
    int n = points.size();
    int d = points.dimensions();
    double[][][] scatter = new double[shares.length][d][d];
    for (int c = 0; c < shares.length; c++) {
      double sum = 0;
      double[] mean = new double[d];
      for (int i = 0; i < n; i++) {
        sum += responsibilities[i][c];
        for (int j = 0; j < d; j++) {
          mean[j] += responsibilities[i][c] * points.row(i)[j];
        }
      }
      if (!(sum > 1e-8)) {
        return false;
      }
      for (int j = 0; j < d; j++) {
        mean[j] /= sum;
      }
      shares[c] = sum / n;
      means[c] = mean;
      for (int i = 0; i < n; i++) {
        add(scatter[c], responsibilities[i][c], points.row(i), mean);
      }
    }
    return shape(scatter);
  }

  private static void add(double[][] scatter, double weight, double[] row, double[] mean) {
    for (int j = 0; j < row.length; j++) {
      for (int l = 0; l <= j; l++) {
        scatter[j][l] += weight * (row[j] - mean[j]) * (row[l] - mean[l]);
      }
    }
  }

  /** Covariances of the shape from sums of squares and products. */
  private boolean shape(double[][][] scatter) {
    int d = points.dimensions();
    double[] variances = points.variances();
    double[][] pooled = new double[d][d];
    for (int c = 0; c < shares.length; c++) {
      double sum = shares[c] * points.size();
      double trace = 0;
      for (int j = 0; j < d; j++) {
        trace += scatter[c][j][j] / (d * sum);
        for (int l = 0; l <= j; l++) {
          pooled[j][l] += scatter[c][j][l] / points.size();
          scatter[c][j][l] /= sum;
        }
      }
      for (int j = 0; j < d; j++) {
        for (int l = 0; l < j && shape != Shape.FULL; l++) {
          scatter[c][j][l] = 0;
        }
        scatter[c][j][j] = shape == Shape.SPHERICAL ? trace : scatter[c][j][j];
      }
    }
    boolean isGood = true;
    for (int c = 0; c < shares.length; c++) {
      covariances[c] = new Covariance(shape == Shape.TIED ? pooled : scatter[c], variances);
      isGood &= covariances[c].isPositive();
    }
    return isGood;
  }

  /** Logarithms of share times density of each component at a row. */
  private double[] logs(double[] row) {
    double[] out = new double[shares.length];
    for (int c = 0; c < out.length; c++) {
      out[c] = Math.log(shares[c]) + covariances[c].logDensity(row, means[c]);
    }
    return out;
  }

  private void expect() {
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      double[] logs = logs(points.row(i));
      double most = Arrays.stream(logs).max().orElse(Double.NEGATIVE_INFINITY);
      double all = 0;
      for (double log : logs) {
        all += Math.exp(log - most);
      }
      for (int c = 0; c < logs.length; c++) {
        responsibilities[i][c] = Math.exp(logs[c] - most) / all;
      }
      sum += most + Math.log(all);
    }
    logLikelihood = sum;
  }

  private GaussianMixture ordered() {
    int k = shares.length;
    int[] order =
        IntStream.range(0, k)
            .boxed()
            .sorted((a, b) -> Arrays.compare(means[a], means[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    GaussianMixture out = new GaussianMixture(points, k, shape);
    out.logLikelihood = logLikelihood;
    for (int c = 0; c < k; c++) {
      out.shares[c] = shares[order[c]];
      out.means[c] = means[order[c]];
      out.covariances[c] = covariances[order[c]];
      for (int i = 0; i < points.size(); i++) {
        out.responsibilities[i][c] = responsibilities[i][order[c]];
      }
    }
    return out;
  }

  /** How many components. */
  public int components() {
    return shares.length;
  }

  /** The most likely component of each row as it came, from 1. */
  public int[] labels() {
    return points.asGiven(
        Arrays.stream(responsibilities).mapToInt(GaussianMixture::largest).toArray());
  }

  /** The most likely component of any row, from 1. */
  public int component(double[] row) {
    return largest(logs(row));
  }

  /** The place of the largest number, the first of equal ones, from 1. */
  private static int largest(double[] values) {
    int best = 0;
    for (int c = 1; c < values.length; c++) {
      best = values[c] > values[best] ? c : best;
    }
    return best + 1;
  }

  /** How likely each row as it came belongs to its most likely component. */
  public double[] probabilities() {
    return points.asGiven(
        Arrays.stream(responsibilities)
            .mapToDouble(row -> Arrays.stream(row).max().orElse(Double.NaN))
            .toArray());
  }

  /** The share of a component, from 1. */
  public double share(int component) {
    return shares[component - 1];
  }

  /** The mean of a figure in a component. */
  public double mean(int component, int figure) {
    return means[component - 1][figure];
  }

  /** The covariance of two figures in a component, with the divisor of maximum likelihood. */
  public double covariance(int component, int a, int b) {
    return covariances[component - 1].value(a, b);
  }

  /** ln L. */
  public double logLikelihood() {
    return logLikelihood;
  }

  /** Free parameters. */
  public int parameters() {
    int d = points.dimensions();
    int k = shares.length;
    int free =
        switch (shape) {
          case FULL -> k * d * (d + 1) / 2;
          case TIED -> d * (d + 1) / 2;
          case DIAGONAL -> k * d;
          case SPHERICAL -> k;
        };
    return k - 1 + k * d + free;
  }

  /** parameters · ln n − 2 ln L: the smaller, the better. */
  public double bic() {
    return parameters() * Math.log(points.size()) - 2 * logLikelihood;
  }

  /** 2 parameters − 2 ln L. */
  public double aic() {
    return 2 * parameters() - 2 * logLikelihood;
  }
}
