package org.renxing.space;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Spatial weights of any size: how much unit j counts among the neighbours of unit i. Weights are
 * finite and 0 or more, no unit is its own neighbour, and a weight of 0 is none. The matrix is
 * sparse, by rows, with columns upwards.
 */
public final class WeightMatrix {
  private final int[] starts;
  private final int[] columns;
  private final double[] weights;

  private WeightMatrix(int[] starts, int[] columns, double[] weights) {
    this.starts = starts;
    this.columns = columns;
    this.weights = weights;
  }

  /**
   * The matrix of a list of pairs, in any order.
   *
   * @param size how many units
   * @param from places of the units
   * @param to places of their neighbours
   * @param weights one a pair
   * @throws IllegalArgumentException for a pair that stands twice, a unit paired with itself, and a
   *     weight that is negative or not finite
   */
  public static WeightMatrix of(int size, int[] from, int[] to, double[] weights) {
    int[] counts = new int[size + 1];
    for (int e = 0; e < from.length; e++) {
      require(from[e] != to[e], "unit " + from[e] + " is paired with itself");
      require(weights[e] >= 0 && weights[e] <= Double.MAX_VALUE, "weight " + weights[e]);
      counts[from[e] + 1] += weights[e] > 0 ? 1 : 0;
    }
    Arrays.parallelPrefix(counts, Integer::sum);
    int[] order =
        IntStream.range(0, from.length)
            .filter(e -> weights[e] > 0)
            .boxed()
            .sorted((a, b) -> from[a] == from[b] ? to[a] - to[b] : from[a] - from[b])
            .mapToInt(Integer::intValue)
            .toArray();
    for (int k = 1; k < order.length; k++) {
      boolean isTwice = from[order[k]] == from[order[k - 1]] && to[order[k]] == to[order[k - 1]];
      require(!isTwice, "units " + from[order[k]] + " and " + to[order[k]] + " are paired twice");
    }
    return new WeightMatrix(
        counts,
        Arrays.stream(order).map(e -> to[e]).toArray(),
        Arrays.stream(order).mapToDouble(e -> weights[e]).toArray());
  }

  /** Each neighbour weighs 1. */
  public static WeightMatrix binary(int[][] neighbours) {
    int[] from =
        IntStream.range(0, neighbours.length)
            .flatMap(i -> Arrays.stream(neighbours[i]).map(j -> i))
            .toArray();
    int[] to = Arrays.stream(neighbours).flatMapToInt(Arrays::stream).toArray();
    double[] ones = new double[to.length];
    Arrays.fill(ones, 1);
    return of(neighbours.length, from, to, ones);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** The same neighbours with weights that sum to 1 in each row; rows without neighbours stay. */
  public WeightMatrix rowStandardised() {
    double[] out = weights.clone();
    for (int i = 0; i < size(); i++) {
      double sum = rowSum(i);
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        out[e] /= sum;
      }
    }
    return new WeightMatrix(starts, columns, out);
  }

  /** Some of the units, with the weights among them. */
  public WeightMatrix among(int[] units) {
    int[] placeOf = new int[size()];
    Arrays.fill(placeOf, -1);
    for (int s = 0; s < units.length; s++) {
      placeOf[units[s]] = s;
    }
    int[] edges =
        IntStream.of(units)
            .flatMap(i -> IntStream.range(starts[i], starts[i + 1]))
            .filter(e -> placeOf[columns[e]] >= 0)
            .toArray();
    int[] rows = rows();
    return of(
        units.length,
        IntStream.of(edges).map(e -> placeOf[rows[e]]).toArray(),
        IntStream.of(edges).map(e -> placeOf[columns[e]]).toArray(),
        IntStream.of(edges).mapToDouble(e -> weights[e]).toArray());
  }

  /** The row of each pair. */
  int[] rows() {
    int[] out = new int[columns.length];
    for (int i = 0; i < size(); i++) {
      Arrays.fill(out, starts[i], starts[i + 1], i);
    }
    return out;
  }

  /** How many units. */
  public int size() {
    return starts.length - 1;
  }

  /** How many pairs have a weight above 0. */
  public int pairs() {
    return columns.length;
  }

  /** How many neighbours a unit has. */
  public int degree(int unit) {
    return starts[unit + 1] - starts[unit];
  }

  /** The neighbour of a unit, the first for k = 0, upwards. */
  public int neighbour(int unit, int k) {
    return columns[starts[unit] + k];
  }

  /** What that neighbour weighs. */
  public double weight(int unit, int k) {
    return weights[starts[unit] + k];
  }

  /** The units without a neighbour, upwards. */
  public int[] islands() {
    return IntStream.range(0, size()).filter(i -> degree(i) == 0).toArray();
  }

  /** Whether the weights of every unit sum to 1, to 1e-9. */
  public boolean isRowStandardised() {
    return IntStream.range(0, size()).allMatch(i -> Math.abs(rowSum(i) - 1) <= 1e-9);
  }

  /** Σ_j w_ij. */
  public double rowSum(int unit) {
    double sum = 0;
    for (int e = starts[unit]; e < starts[unit + 1]; e++) {
      sum += weights[e];
    }
    return sum;
  }

  /** Σ_j w_ij x_j. */
  public double lag(int unit, double[] x) {
    double sum = 0;
    for (int e = starts[unit]; e < starts[unit + 1]; e++) {
      sum += weights[e] * x[columns[e]];
    }
    return sum;
  }

  /** W x. */
  public double[] lag(double[] x) {
    return IntStream.range(0, size()).mapToDouble(i -> lag(i, x)).toArray();
  }

  /** W′ x. */
  public double[] lagTransposed(double[] x) {
    double[] out = new double[size()];
    for (int i = 0; i < size(); i++) {
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        out[columns[e]] += weights[e] * x[i];
      }
    }
    return out;
  }

  /** The weight of j for i; 0 where it is none. */
  public double of(int i, int j) {
    int e = Arrays.binarySearch(columns, starts[i], starts[i + 1], j);
    return e < 0 ? 0 : weights[e];
  }

  /** S0 = Σ_i Σ_j w_ij. */
  public double s0() {
    return Arrays.stream(weights).sum();
  }

  /** Σ_i Σ_j w_ij², the trace of W′W. */
  public double squares() {
    return Arrays.stream(weights).map(w -> w * w).sum();
  }

  /** Σ_i Σ_j w_ij w_ji, the trace of W². */
  public double mutual() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        sum += weights[e] * of(columns[e], i);
      }
    }
    return sum;
  }

  /** S1 = ½ Σ_i Σ_j (w_ij + w_ji)² (Cliff and Ord 1981). */
  public double s1() {
    return squares() + mutual();
  }

  /** S2 = Σ_i (Σ_j w_ij + Σ_j w_ji)² (Cliff and Ord 1981). */
  public double s2() {
    double[] ones = new double[size()];
    Arrays.fill(ones, 1);
    double[] columnSums = lagTransposed(ones);
    return IntStream.range(0, size())
        .mapToDouble(i -> rowSum(i) + columnSums[i])
        .map(s -> s * s)
        .sum();
  }
}
