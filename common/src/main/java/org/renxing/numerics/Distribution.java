package org.renxing.numerics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * The values of a group. Sums go from the smallest value to the largest, so that no figure depends
 * on the order in which the values came, to the last bit. Immutable.
 */
public final class Distribution implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A value is above a mean that it exceeds by more than this share of it. */
  private static final double MARGIN = 1e-12;

  private final double[] sorted;

  private Distribution(double[] sorted) {
    this.sorted = sorted;
  }

  /** The distribution of some values; missing ones (NaN) do not count. */
  public static Distribution of(double... values) {
    double[] known = Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray();
    Arrays.sort(known);
    return new Distribution(known);
  }

  /** The distribution of a value of some records; missing ones (NaN) do not count. */
  public static <T> Distribution of(
      Collection<? extends T> records, ToDoubleFunction<? super T> value) {
    return of(records.stream().mapToDouble(value).toArray());
  }

  /** All values of some distributions together. */
  public static Distribution together(Collection<Distribution> parts) {
    return of(parts.stream().flatMapToDouble(part -> Arrays.stream(part.sorted)).toArray());
  }

  /** How many values. */
  public long n() {
    return sorted.length;
  }

  /** Their sum; NaN of none. */
  public double sum() {
    double total = 0;
    for (double x : sorted) {
      total += x;
    }
    return sorted.length == 0 ? Double.NaN : total;
  }

  /** Their mean; NaN of none. */
  public double mean() {
    return sum() / sorted.length;
  }

  /** The sample standard deviation; NaN of fewer than two. */
  public double sd() {
    double mean = mean();
    double squares = 0;
    for (double x : sorted) {
      squares += (x - mean) * (x - mean);
    }
    return sorted.length < 2 ? Double.NaN : Math.sqrt(squares / (sorted.length - 1));
  }

  /** The smallest value; NaN of none. */
  public double least() {
    return sorted.length == 0 ? Double.NaN : sorted[0];
  }

  /** The largest value; NaN of none. */
  public double largest() {
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
  }

  /** How many values are {@link #isAbove above} the mean. */
  public long aboveMean() {
    double mean = mean();
    return Arrays.stream(sorted).filter(x -> isAbove(x, mean)).count();
  }

  /** Whether a value is above a mean by more than rounding: by 1e-12 of the mean. */
  public static boolean isAbove(double x, double mean) {
    return x > mean + Math.abs(mean) * MARGIN;
  }

  /** The values, upwards. */
  public double[] sorted() {
    return sorted.clone();
  }
}
