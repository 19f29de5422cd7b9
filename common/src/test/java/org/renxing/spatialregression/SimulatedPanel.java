package org.renxing.spatialregression;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.renxing.space.Places;
import org.renxing.space.WeightMatrix;
import org.renxing.space.WeightRules;

/** Panels whose parameters are known. */
final class SimulatedPanel {
  final WeightMatrix w;
  final double[][] y;
  final double[][][] x;

  /** y = ρWy + 2a − b + θWa + unit + period + ε, or the same errors with λ = ρ. */
  SimulatedPanel(
      WeightMatrix w, int periods, double rho, double theta, boolean isError, long seed) {
    this.w = w;
    int n = w.size();
    Random random = new Random(seed);
    LogDeterminant determinant = LogDeterminant.of(w, 1);
    y = new double[periods][];
    x = new double[2][periods][n];
    double[] unit = random.doubles(n, -3, 3).toArray();
    for (int t = 0; t < periods; t++) {
      double period = random.nextDouble() * 4;
      double[] noise = new double[n];
      double[] mean = new double[n];
      for (int i = 0; i < n; i++) {
        x[0][t][i] = random.nextGaussian() + unit[i] / 2;
        x[1][t][i] = random.nextGaussian();
        noise[i] = random.nextGaussian();
      }
      for (int i = 0; i < n; i++) {
        mean[i] = 2 * x[0][t][i] - x[1][t][i] + theta * w.lag(i, x[0][t]) + unit[i] + period;
        mean[i] += isError ? 0 : noise[i];
      }
      double[] solved = determinant.solve(rho, isError ? noise : mean);
      y[t] = solved;
      for (int i = 0; i < n && isError; i++) {
        y[t][i] += mean[i];
      }
    }
  }

  static WeightMatrix nearest(int n, int k, long seed) {
    Random random = new Random(seed);
    return WeightRules.nearest(
            Places.plane(random.doubles(n).toArray(), random.doubles(n).toArray()), k)
        .rowStandardised();
  }

  SpatialPanel panel(SpatialEffects effects) {
    return new SpatialPanel(w, y, List.of("a", "b"), x, effects);
  }

  /** The rows of the matrix. */
  static double[][] dense(WeightMatrix w) {
    double[][] out = new double[w.size()][w.size()];
    for (int i = 0; i < out.length; i++) {
      for (int k = 0; k < w.degree(i); k++) {
        out[i][w.neighbour(i, k)] = w.weight(i, k);
      }
    }
    return out;
  }

  /** Orthonormal columns that sum to 0, n − 1 of them (Helmert). */
  static double[][] contrasts(int n) {
    List<double[]> columns = new ArrayList<>();
    for (int j = 1; j < n; j++) {
      double[] column = new double[n];
      double size = Math.sqrt(j * (j + 1.0));
      for (int i = 0; i < j; i++) {
        column[i] = 1 / size;
      }
      column[j] = -j / size;
      columns.add(column);
    }
    return columns.toArray(double[][]::new);
  }
}
