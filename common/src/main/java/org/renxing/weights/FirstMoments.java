package org.renxing.weights;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.renxing.numerics.ExactSums;

/**
 * Counts, extremes and means of indicators, side by side. Merging the moments of any parts of the
 * rows gives those of all, bit for bit.
 */
public final class FirstMoments implements Serializable {
  private static final long serialVersionUID = 1L;

  /** From this size on sums cannot be taken. */
  private static final double LARGE = 0x1p944;

  private final long[] n;
  private final long[] negative;
  private final double[] least;
  private final double[] largest;
  private final ExactSums sums;

  /** No rows yet, of a number of indicators. */
  public FirstMoments(int indicators) {
    n = new long[indicators];
    negative = new long[indicators];
    least = filled(indicators, Double.POSITIVE_INFINITY);
    largest = filled(indicators, Double.NEGATIVE_INFINITY);
    sums = ExactSums.wide(indicators);
  }

  private static double[] filled(int size, double x) {
    double[] out = new double[size];
    Arrays.fill(out, x);
    return out;
  }

  /** Adds a row: a value of each indicator, NaN where missing. */
  public void add(double[] row) {
    for (int j = 0; j < n.length; j++) {
      double x = row[j];
      if (!Double.isNaN(x)) {
        n[j]++;
        negative[j] += x < 0 ? 1 : 0;
        least[j] = Math.min(least[j], x);
        largest[j] = Math.max(largest[j], x);
        sums.add(j, x);
      }
    }
  }

  /** Adds what others have seen. */
  public void merge(FirstMoments others) {
    for (int j = 0; j < n.length; j++) {
      n[j] += others.n[j];
      negative[j] += others.negative[j];
      least[j] = Math.min(least[j], others.least[j]);
      largest[j] = Math.max(largest[j], others.largest[j]);
    }
    sums.merge(others.sums);
  }

  /** How many indicators. */
  public int size() {
    return n.length;
  }

  /** How many values an indicator has. */
  public long n(int j) {
    return n[j];
  }

  /** How many of them are below 0. */
  public long negative(int j) {
    return negative[j];
  }

  /** The least value; NaN without values. */
  public double least(int j) {
    return n[j] == 0 ? Double.NaN : least[j];
  }

  /** The largest value; NaN without values. */
  public double largest(int j) {
    return n[j] == 0 ? Double.NaN : largest[j];
  }

  /** Largest minus least value; NaN without values. */
  public double range(int j) {
    return largest(j) - least(j);
  }

  /** The mean; NaN without values. */
  public double mean(int j) {
    return n[j] == 0 ? Double.NaN : sums.total(j) / n[j];
  }

  /** Whether values are so large that their mean or range is beyond a double. */
  public boolean isTooLarge(int j) {
    boolean isLarge = Math.abs(least[j]) >= LARGE || Math.abs(largest[j]) >= LARGE;
    return n[j] > 0 && (isLarge || !Double.isFinite(mean(j)));
  }

  /** Whether an indicator takes more than one value, none of them too large. */
  public boolean isVarying(int j) {
    return n[j] > 0 && largest[j] > least[j] && !isTooLarge(j);
  }

  /** The mean of each indicator that varies, NaN of the others. */
  double[] centres() {
    return IntStream.range(0, n.length)
        .mapToDouble(j -> isVarying(j) ? mean(j) : Double.NaN)
        .toArray();
  }

  /** The range of each indicator. */
  double[] ranges() {
    return IntStream.range(0, n.length).mapToDouble(this::range).toArray();
  }
}
