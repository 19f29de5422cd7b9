package org.renxing.normalisation;

import java.util.Arrays;

/** All values of an indicator, for what depends on their order: quantiles, ranks, sorted sums. */
public final class SortedValues implements ColumnStatistic<SortedValues> {
  private static final long serialVersionUID = 1L;
  private double[] values = new double[16];
  private int size;

  @Override
  public void add(double x) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = x;
  }

  @Override
  public void merge(SortedValues other) {
    for (int i = 0; i < other.size; i++) {
      add(other.values[i]);
    }
  }

  /** The values, upwards. */
  public double[] sorted() {
    double[] out = Arrays.copyOf(values, size);
    Arrays.sort(out);
    return out;
  }

  /**
   * The quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).
   *
   * @param sorted values upwards
   * @param share from 0 to 1
   * @return NaN without values
   */
  public static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = (sorted.length - 1) * share;
    int lower = (int) Math.floor(place);
    int upper = (int) Math.ceil(place);
    return sorted[lower] == sorted[upper]
        ? sorted[lower]
        : (upper - place) * sorted[lower] + (place - lower) * sorted[upper];
  }
}
