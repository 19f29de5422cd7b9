package org.renxing.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How much worse the out-of-fold predictions become where a column is shuffled among the rows of
 * each fold (Breiman 2001; Fisher, Rudin and Dominici 2019), so that it says nothing of the
 * response any more while its distribution stays.
 *
 * @param column the place of the candidate
 * @param mean of the rise of the mean squared error over the repeats
 * @param sd of the same, divisor repeats − 1; NaN for one repeat
 * @param r2Loss the mean rise over the variance of the response, divisor n: what R² loses
 */
public record PermutationImportance(int column, double mean, double sd, double r2Loss) {
  private static final int CELLS = 4_000_000;

  /**
   * Of all columns.
   *
   * @param columns how many there are
   * @param repeats one or more
   */
  public static List<PermutationImportance> of(CrossFit fit, int columns, int repeats, long seed) {
    double[] y = fit.response();
    double error = meanSquare(y, fit.predictions());
    double mean = Arrays.stream(y).sum() / y.length;
    double variance = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum() / y.length;
    int atOnce = (int) Math.max(1, CELLS / Math.max(1L, (long) fit.size() * repeats));
    List<PermutationImportance> out = new ArrayList<>();
    for (int from = 0; from < columns; from += atOnce) {
      int to = Math.min(columns, from + atOnce);
      List<Swap> swaps = new ArrayList<>();
      for (int j = from; j < to; j++) {
        for (int r = 0; r < repeats; r++) {
          swaps.add(new Swap(j, shuffled(fit, j, new SplittableRandom(mixed(seed, j, r)))));
        }
      }
      double[][] predicted = fit.swapped(swaps);
      for (int j = from; j < to; j++) {
        int first = (j - from) * repeats;
        double[] rises =
            IntStream.range(first, first + repeats)
                .mapToDouble(s -> meanSquare(y, predicted[s]) - error)
                .toArray();
        out.add(of(j, rises, variance));
      }
    }
    return out;
  }

  private static PermutationImportance of(int column, double[] rises, double variance) {
    double mean = Arrays.stream(rises).sum() / rises.length;
    double squares = Arrays.stream(rises).map(v -> (v - mean) * (v - mean)).sum();
    double sd = rises.length < 2 ? Double.NaN : Math.sqrt(squares / (rises.length - 1));
    return new PermutationImportance(column, mean, sd, mean / variance);
  }

  /** The values of a column, shuffled within each fold (Fisher and Yates). */
  private static double[] shuffled(CrossFit fit, int column, SplittableRandom random) {
    double[] values = fit.column(column);
    for (int[] members : fit.members()) {
      for (int i = members.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        double kept = values[members[i]];
        values[members[i]] = values[members[other]];
        values[members[other]] = kept;
      }
    }
    return values;
  }

  private static long mixed(long seed, int column, int repeat) {
    return new SplittableRandom(seed + 1_000_003L * column + repeat).nextLong();
  }

  private static double meanSquare(double[] y, double[] predicted) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += (y[i] - predicted[i]) * (y[i] - predicted[i]);
    }
    return sum / y.length;
  }
}
