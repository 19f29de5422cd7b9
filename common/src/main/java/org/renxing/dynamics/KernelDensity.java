package org.renxing.dynamics;

import java.util.Arrays;
import java.util.Optional;

/**
 * The density of a sample with the Gaussian kernel, f(x) = Σ φ((x − x_i)/h) / (n h), and
 * Silverman's bandwidth h = 0.9 min(s, IQR/1.34) n^(−1/5) (Silverman 1986, eq. 3.31); s is the
 * sample standard deviation, and h = 0.9 s n^(−1/5) where the interquartile range is 0. Values are
 * not held to lie between bounds: some of the density can lie below 0 or above 1.
 */
final class KernelDensity {
  private static final double CONSTANT = 1e-12;
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  private final double[] sorted;
  private final double bandwidth;

  private KernelDensity(double[] sorted, double bandwidth) {
    this.sorted = sorted;
    this.bandwidth = bandwidth;
  }

  /** The density; none for fewer than two values, and where all agree to 1e-12. */
  static Optional<KernelDensity> of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    if (n < 2) {
      return Optional.empty();
    }
    double largest = Math.max(Math.abs(sorted[0]), Math.abs(sorted[n - 1]));
    if (sorted[n - 1] - sorted[0] <= CONSTANT * largest) {
      return Optional.empty();
    }
    double mean = Arrays.stream(sorted).sum() / n;
    double squares = 0;
    for (double v : sorted) {
      squares += (v - mean) * (v - mean);
    }
    double spread = Math.sqrt(squares / (n - 1));
    double range = (Quantiles.of(sorted, 0.75) - Quantiles.of(sorted, 0.25)) / 1.34;
    double scale = range > CONSTANT * largest ? Math.min(spread, range) : spread;
    return Optional.of(new KernelDensity(sorted, 0.9 * scale * Math.pow(n, -0.2)));
  }

  double bandwidth() {
    return bandwidth;
  }

  int count() {
    return sorted.length;
  }

  /** Three bandwidths below the lowest value. */
  double from() {
    return sorted[0] - 3 * bandwidth;
  }

  /** Three bandwidths above the highest value. */
  double to() {
    return sorted[sorted.length - 1] + 3 * bandwidth;
  }

  /** The density at a point. */
  double at(double x) {
    double sum = 0;
    for (double v : sorted) {
      double u = (x - v) / bandwidth;
      sum += Math.exp(-0.5 * u * u);
    }
    return sum / (sorted.length * bandwidth * ROOT_TWO_PI);
  }
}
