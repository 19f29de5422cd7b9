package org.renxing.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows, and for each fold a model that was trained without it: each row is predicted by the model
 * that has not seen its unit.
 */
public final class CrossFit {
  private final double[][] rows;
  private final double[] y;
  private final int[][] members;
  private final List<Predictor> models;

  /**
   * Takes rows and models.
   *
   * @param fold the fold of each row, from 0
   * @param models one a fold
   * @throws IllegalArgumentException where lengths differ, or a fold has no model
   */
  public CrossFit(double[][] rows, double[] y, int[] fold, List<? extends Predictor> models) {
    if (rows.length != y.length
        || rows.length != fold.length
        || Arrays.stream(fold).anyMatch(f -> f < 0 || f >= models.size())) {
      throw new IllegalArgumentException(
          "a response and a fold with a model for each row expected");
    }
    this.rows = rows;
    this.y = y;
    this.models = List.copyOf(models);
    this.members =
        IntStream.range(0, models.size())
            .mapToObj(f -> IntStream.range(0, fold.length).filter(i -> fold[i] == f).toArray())
            .toArray(int[][]::new);
  }

  /** How many rows. */
  int size() {
    return rows.length;
  }

  /** The response. */
  double[] response() {
    return y;
  }

  /** The values of a column. */
  double[] column(int j) {
    return Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
  }

  /** The rows of each fold. */
  int[][] members() {
    return members;
  }

  /** The predictions out of fold. */
  public double[] predictions() {
    double[] out = new double[rows.length];
    for (int f = 0; f < members.length; f++) {
      double[] part = models.get(f).predict(select(members[f]));
      for (int i = 0; i < part.length; i++) {
        out[members[f][i]] = part[i];
      }
    }
    return out;
  }

  /** The predictions out of fold of all rows, where in turn a column has other values. */
  double[][] swapped(List<Swap> swaps) {
    double[][] out = new double[swaps.size()][rows.length];
    for (int f = 0; f < members.length; f++) {
      int[] some = members[f];
      double[][] part =
          models.get(f).swapped(select(some), swaps.stream().map(s -> s.select(some)).toList());
      for (int s = 0; s < part.length; s++) {
        for (int i = 0; i < some.length; i++) {
          out[s][some[i]] = part[s][i];
        }
      }
    }
    return out;
  }

  /** Some of the rows with their folds and models. */
  CrossFit sample(int[] some) {
    int[] fold = new int[rows.length];
    for (int f = 0; f < members.length; f++) {
      for (int i : members[f]) {
        fold[i] = f;
      }
    }
    return new CrossFit(
        select(some),
        Arrays.stream(some).mapToDouble(i -> y[i]).toArray(),
        Arrays.stream(some).map(i -> fold[i]).toArray(),
        models);
  }

  private double[][] select(int[] some) {
    return Arrays.stream(some).mapToObj(i -> rows[i]).toArray(double[][]::new);
  }
}
