package org.renxing.spatialregression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.MersenneTwister;
import org.renxing.space.WeightMatrix;

/**
 * Direct, indirect and total effects of the regressors (LeSage and Pace 2009, chapter 2). With S_r
 * = (I − ρW)^−1 (β_r + Wθ_r) the direct effect is the mean of its diagonal, the total the mean of
 * its row sums, the indirect their difference. Where errors alone are dependent ρ counts as 0.
 * Standard errors are those of draws from the normal distribution of the parameters; the two traces
 * that a draw needs come from a polynomial in ρ through exact values at Chebyshev's nodes.
 */
public final class SpatialImpacts {
  private static final int NODES = 16;
  private static final double WIDTH = 6;
  private static final double END = 0.9999;

  private final LogDeterminant determinant;
  private final SpatialFit fit;
  private final double meanRow;

  private SpatialImpacts(SpatialFit fit, LogDeterminant determinant) {
    this.fit = fit;
    this.determinant = determinant;
    this.meanRow = determinant.weights().s0() / determinant.weights().size();
  }

  /**
   * The effects of a regressor; the standard errors of their terms are simulated.
   *
   * @param direct in the unit itself
   * @param indirect in all others
   */
  public record Impact(
      String name, SpatialFit.Term direct, SpatialFit.Term indirect, SpatialFit.Term total) {}

  /** tr G / N and 1′G1/N at a ρ. */
  private record Traces(double diagonal, double sum) {}

  private interface Multiplier {
    Traces at(double rho);
  }

  /**
   * The effects of each regressor that is no intercept.
   *
   * @param draws of the parameters, 2 or more
   * @param seed of the draws
   */
  public static List<Impact> of(SpatialFit fit, LogDeterminant determinant, int draws, long seed) {
    return new SpatialImpacts(fit, determinant).of(draws, seed);
  }

  private List<Impact> of(int draws, long seed) {
    int first = fit.terms().get(0).name().equals("(Intercept)") ? 1 : 0;
    boolean isLagged = fit.model().hasLaggedRegressors();
    int count = (fit.terms().size() - first) / (isLagged ? 2 : 1);
    double[] centre = new double[fit.terms().size() + 1];
    centre[0] = fit.spatial().estimate();
    for (int j = 1; j < centre.length; j++) {
      centre[j] = fit.terms().get(j - 1).estimate();
    }
    double limit = determinant.bound() * END;
    double reach = WIDTH * fit.spatial().standardError();
    double low = Math.max(-limit, centre[0] - reach);
    double high = Math.min(limit, centre[0] + reach);
    Multiplier exact = fit.model().hasLag() ? this::traces : rho -> new Traces(0, meanRow);
    Multiplier quick = fit.model().hasLag() ? polynomial(low, high) : exact;
    double[][] at = effects(centre, exact, first, count, isLagged);
    double[][] root = cholesky();
    MersenneTwister random =
        new MersenneTwister(new int[] {(int) (seed >>> 32), (int) seed, centre.length, 13});
    double[][][] drawn = new double[reach > 0 ? draws : 0][][];
    for (int d = 0; d < drawn.length; d++) {
      double[] parameters = draw(centre, root, random);
      while (!(parameters[0] > low && parameters[0] < high)) {
        parameters = draw(centre, root, random);
      }
      drawn[d] = effects(parameters, quick, first, count, isLagged);
    }
    List<Impact> out = new ArrayList<>();
    for (int r = 0; r < count; r++) {
      String name = fit.terms().get(first + r).name();
      SpatialFit.Term[] terms = new SpatialFit.Term[3];
      for (int kind = 0; kind < terms.length; kind++) {
        int k = kind;
        int of = r;
        double[] values = Arrays.stream(drawn).mapToDouble(one -> one[of][k]).toArray();
        String word = List.of("direct ", "indirect ", "total ").get(k);
        terms[k] = new SpatialFit.Term(word + name, at[r][k], deviation(values));
      }
      out.add(new Impact(name, terms[0], terms[1], terms[2]));
    }
    return out;
  }

  /** Regressor × direct, indirect, total. */
  private static double[][] effects(
      double[] parameters, Multiplier multiplier, int first, int count, boolean isLagged) {
    double rho = parameters[0];
    Traces traces = multiplier.at(rho);
    // without a lag of y the diagonal is 0 and so is the part of ρ
    double own = traces.diagonal == 0 ? 1 : 1 + rho * traces.diagonal;
    double all = traces.diagonal == 0 ? 1 : 1 + rho * traces.sum;
    double[][] out = new double[count][];
    for (int r = 0; r < count; r++) {
      double beta = parameters[1 + first + r];
      double theta = isLagged ? parameters[1 + first + count + r] : 0;
      double direct = own * beta + traces.diagonal * theta;
      double total = all * beta + traces.sum * theta;
      out[r] = new double[] {direct, total - direct, total};
    }
    return out;
  }

  private Traces traces(double rho) {
    WeightMatrix w = determinant.weights();
    double n = w.size();
    double diagonal = -determinant.derivatives(rho).first() / n;
    double sum =
        w.isRowStandardised()
            ? 1 / (1 - rho)
            : Arrays.stream(determinant.columnSums(rho)).sum() / n;
    return new Traces(diagonal, sum);
  }

  /** Through the nodes, with the pole at the end of the range taken out. */
  private Multiplier polynomial(double low, double high) {
    double[] nodes = new double[NODES];
    double[] diagonal = new double[NODES];
    double[] sum = new double[NODES];
    for (int m = 0; m < NODES; m++) {
      double angle = (2 * m + 1) * Math.PI / (2 * NODES);
      nodes[m] = (low + high) / 2 + (high - low) / 2 * Math.cos(angle);
      Traces exact = traces(nodes[m]);
      double pole = 1 - nodes[m] / determinant.bound();
      diagonal[m] = exact.diagonal * pole;
      sum[m] = exact.sum * pole;
    }
    return rho -> {
      double pole = 1 - rho / determinant.bound();
      return new Traces(
          interpolated(nodes, diagonal, rho) / pole, interpolated(nodes, sum, rho) / pole);
    };
  }

  /** Barycentric interpolation at Chebyshev's nodes (Berrut and Trefethen 2004). */
  private static double interpolated(double[] nodes, double[] values, double x) {
    double above = 0;
    double below = 0;
    for (int m = 0; m < nodes.length; m++) {
      if (x == nodes[m]) {
        return values[m];
      }
      double sign = m % 2 == 0 ? 1 : -1;
      double weight = sign * Math.sin((2 * m + 1) * Math.PI / (2 * nodes.length)) / (x - nodes[m]);
      above += weight * values[m];
      below += weight;
    }
    return above / below;
  }

  private double[][] cholesky() {
    int n = fit.covariance().size();
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = fit.covariance().get(i).get(j);
        for (int k = 0; k < j; k++) {
          rest -= out[i][k] * out[j][k];
        }
        out[i][j] = i == j ? Math.sqrt(Math.max(0, rest)) : rest / out[j][j];
      }
    }
    return out;
  }

  private static double[] draw(double[] centre, double[][] root, MersenneTwister random) {
    double[] out = centre.clone();
    for (int j = 0; j < out.length; j++) {
      double normal = random.nextGaussian();
      for (int i = j; i < out.length; i++) {
        out[i] += root[i][j] * normal;
      }
    }
    return out;
  }

  private static double deviation(double[] values) {
    if (values.length < 2) {
      return Double.NaN;
    }
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
