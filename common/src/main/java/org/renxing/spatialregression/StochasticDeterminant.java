package org.renxing.spatialregression;

import java.util.Arrays;
import org.apache.commons.math3.random.MersenneTwister;
import org.renxing.space.WeightMatrix;

/**
 * ln|I − ρW| = −Σ_k ρ^k tr(W^k)/k with traces from random vectors of ±1 (Barry and Pace 1999;
 * Hutchinson 1990). tr W and tr W² are exact. Traces beyond the last are taken as its like, since
 * they tend to the number of eigenvalues of the largest size.
 */
final class StochasticDeterminant extends LogDeterminant {
  private static final int VECTORS = 64;
  private static final int MOMENTS = 128;

  private final double[] traces = new double[MOMENTS + 1];
  private final double tail;
  private final double[][] vectors;

  StochasticDeterminant(WeightMatrix weights, long seed) {
    super(weights);
    int n = weights.size();
    MersenneTwister random =
        new MersenneTwister(new int[] {(int) (seed >>> 32), (int) seed, n, 11});
    vectors = new double[VECTORS][n];
    for (double[] vector : vectors) {
      for (int i = 0; i < n; i++) {
        vector[i] = random.nextBoolean() ? 1 : -1;
      }
      double[] power = vector;
      for (int k = 1; k <= MOMENTS; k++) {
        power = Arrays.stream(weights.lag(power)).map(v -> v * bound()).toArray();
        for (int i = 0; i < n; i++) {
          traces[k] += vector[i] * power[i] / VECTORS;
        }
      }
    }
    traces[1] = 0;
    traces[2] = weights.mutual() * bound() * bound();
    tail = Math.max(0, (traces[MOMENTS - 1] + traces[MOMENTS]) / 2);
  }

  @Override
  public boolean isExact() {
    return false;
  }

  @Override
  double value(double rho) {
    return derivatives(rho).value();
  }

  @Override
  Derivatives derivatives(double rho) {
    double r = rho / bound();
    double value = tail * Math.log1p(-r);
    double first = -tail / (1 - r);
    double second = -tail / ((1 - r) * (1 - r));
    double power = 1;
    double before = 0;
    for (int k = 1; k <= MOMENTS; k++) {
      double t = traces[k] - tail;
      value -= power * r * t / k;
      first -= power * t;
      second -= (k - 1) * before * t;
      before = power;
      power *= r;
    }
    return new Derivatives(value, first / bound(), second / (bound() * bound()));
  }

  @Override
  double squares(double rho) {
    double sum = 0;
    for (double[] vector : vectors) {
      for (double g : weights().lag(solve(rho, vector))) {
        sum += g * g / VECTORS;
      }
    }
    return sum;
  }

  @Override
  double[] solve(double rho, double[] b) {
    return series(rho, b);
  }
}
