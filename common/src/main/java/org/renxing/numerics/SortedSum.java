package org.renxing.numerics;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * Sums of doubles of small groups, such as the units of a year: added from the smallest to the
 * largest, so that the order of the terms does not change a bit. {@link ExactSums} need not hold
 * them.
 */
public final class SortedSum {
  private SortedSum() {}

  /** The sum of a figure of each; NaN does not count, and the sum of none is NaN. */
  public static <T> double of(Collection<T> all, ToDoubleFunction<T> figure) {
    double[] terms =
        all.stream().mapToDouble(figure).filter(x -> !Double.isNaN(x)).sorted().toArray();
    double sum = 0;
    for (double term : terms) {
      sum += term;
    }
    return terms.length == 0 ? Double.NaN : sum;
  }

  /** The mean of a figure of each; NaN does not count, and the mean of none is NaN. */
  public static <T> double mean(Collection<T> all, ToDoubleFunction<T> figure) {
    return of(all, figure) / count(all, figure);
  }

  /** Of how many the figure is known. */
  public static <T> long count(Collection<T> all, ToDoubleFunction<T> figure) {
    return all.stream().mapToDouble(figure).filter(x -> !Double.isNaN(x)).count();
  }
}
