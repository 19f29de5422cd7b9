package org.renxing.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weights that fall with distance, beside the neighbours of {@link NeighbourRules}. None is scaled;
 * {@link WeightMatrix#rowStandardised} does that. A unit without a place or without anyone in reach
 * has no neighbour.
 */
public final class WeightRules {
  private WeightRules() {}

  /** How a kernel falls with u, the distance over the bandwidth; it is 0 beyond u = 1. */
  public enum Kernel {
    /** 1. */
    UNIFORM,
    /** 1 − u. */
    TRIANGULAR,
    /** 1 − u², the kernel without its factor ¾. */
    EPANECHNIKOV,
    /** (1 − u²)², also called bisquare. */
    QUARTIC,
    /** exp(−u²/2), cut at the bandwidth as the others are. */
    GAUSSIAN;

    double at(double u) {
      if (!(u <= 1)) {
        return 0;
      }
      return switch (this) {
        case UNIFORM -> 1;
        case TRIANGULAR -> 1 - u;
        case EPANECHNIKOV -> 1 - u * u;
        case QUARTIC -> (1 - u * u) * (1 - u * u);
        case GAUSSIAN -> Math.exp(-u * u / 2);
      };
    }
  }

  private interface Weight {
    double of(int i, int j);
  }

  /** The k nearest, each of weight 1; of equally far units the first in order. */
  public static WeightMatrix nearest(Places places, int k) {
    int[][] out = new int[places.size()][];
    for (int i = 0; i < out.length; i++) {
      out[i] = Arrays.stream(byDistance(places, i)).limit(k).toArray();
    }
    return WeightMatrix.binary(out);
  }

  /** All within a distance, the end included, each of weight 1. */
  public static WeightMatrix band(Places places, double distance) {
    return each(places.size(), (i, j) -> places.between(i, j) <= distance ? 1 : 0);
  }

  /**
   * d^−power up to a distance, the end included.
   *
   * @param power above 0
   * @param reach infinite for all
   * @throws IllegalArgumentException for two units in the same place
   */
  public static WeightMatrix inverseDistance(Places places, double power, double reach) {
    return each(
        places.size(),
        (i, j) -> {
          double d = places.between(i, j);
          if (d == 0) {
            throw new IllegalArgumentException(
                "units " + i + " and " + j + " are in the same place; their weight is infinite");
          }
          return d <= reach ? Math.pow(d, -power) : 0;
        });
  }

  /**
   * 1/|v_i − v_j|, so that economies of a like level are near.
   *
   * @param values such as mean GDP a head; NaN where unknown
   * @throws IllegalArgumentException for two units of the same value
   */
  public static WeightMatrix economicDistance(double[] values) {
    return inverseDistance(
        Places.plane(values, new double[values.length]), 1, Double.POSITIVE_INFINITY);
  }

  /** A kernel of the same bandwidth everywhere; a unit is no neighbour of itself. */
  public static WeightMatrix kernel(Places places, Kernel kernel, double bandwidth) {
    return each(places.size(), (i, j) -> kernel.at(places.between(i, j) / bandwidth));
  }

  /**
   * A kernel whose bandwidth at each unit is the distance to its k-th nearest, so that those of
   * kernels that end at 0 have k − 1 neighbours or fewer.
   */
  public static WeightMatrix adaptiveKernel(Places places, Kernel kernel, int k) {
    double[] bandwidths = new double[places.size()];
    for (int i = 0; i < bandwidths.length; i++) {
      int[] others = byDistance(places, i);
      bandwidths[i] =
          others.length == 0
              ? Double.NaN
              : places.between(i, others[Math.min(k, others.length) - 1]);
    }
    return each(places.size(), (i, j) -> kernel.at(places.between(i, j) / bandwidths[i]));
  }

  /** The others whose place is known, the nearest first; of equally far ones the first in order. */
  private static int[] byDistance(Places places, int i) {
    double[] far = new double[places.size()];
    for (int j = 0; j < far.length; j++) {
      far[j] = j == i ? Double.NaN : places.between(i, j);
    }
    return IntStream.range(0, far.length)
        .filter(j -> !Double.isNaN(far[j]))
        .boxed()
        .sorted(Comparator.comparingDouble((Integer j) -> far[j]).thenComparing(j -> j))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static WeightMatrix each(int n, Weight weight) {
    List<double[]> pairs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double w = i == j ? 0 : weight.of(i, j);
        if (w > 0) {
          pairs.add(new double[] {i, j, w});
        }
      }
    }
    return WeightMatrix.of(
        n,
        pairs.stream().mapToInt(p -> (int) p[0]).toArray(),
        pairs.stream().mapToInt(p -> (int) p[1]).toArray(),
        pairs.stream().mapToDouble(p -> p[2]).toArray());
  }
}
