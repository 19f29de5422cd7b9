package org.renxing.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Classes of values, upwards, with the same bounds in all years. A class is open below and closed
 * above; the lowest has no lower bound, the highest no upper.
 *
 * @param names upwards
 * @param uppers the upper bound of each class but the last
 */
public record Classes(List<String> names, List<Double> uppers) {
  private static final double NOISE = 1e-12;
  private static final int QUARTERS = 4;

  public Classes {
    names = List.copyOf(names);
    uppers = List.copyOf(uppers);
    if (names.isEmpty() || uppers.size() != names.size() - 1) {
      throw new IllegalArgumentException("a bound between two classes expected, found " + uppers);
    }
  }

  /**
   * Quarters of values, Q1 to Q4, between their quartiles.
   *
   * @param values of all units and years together, one or more, in any order
   */
  static Classes quarters(double[] values) {
    return quantiles(values, QUARTERS);
  }

  /**
   * Classes Q1, Q2, … that hold about as many values each, between quantiles. Equal values are in
   * one class, so where quantiles coincide a class can be empty.
   *
   * @param values one or more, in any order
   * @param count how many classes
   */
  public static Classes quantiles(double[] values, int count) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    List<String> names = new ArrayList<>();
    List<Double> uppers = new ArrayList<>();
    for (int q = 1; q <= count; q++) {
      names.add("Q" + q);
      if (q < count) {
        uppers.add(Quantiles.of(sorted, q / (double) count));
      }
    }
    return new Classes(names, uppers);
  }

  /** The name of the value's class. */
  public String name(double value) {
    return names.get(of(value));
  }

  /** The place of the value's class, from 0; a bound holds to 1e-12 of itself. */
  public int of(double value) {
    for (int c = 0; c < uppers.size(); c++) {
      double upper = uppers.get(c);
      if (value <= upper + NOISE * Math.abs(upper)) {
        return c;
      }
    }
    return uppers.size();
  }

  /** The bound below a class; NaN for the lowest. */
  public double lower(int place) {
    return place == 0 ? Double.NaN : uppers.get(place - 1);
  }

  /** The bound above a class; NaN for the highest. */
  public double upper(int place) {
    return place == uppers.size() ? Double.NaN : uppers.get(place);
  }

  int count() {
    return names.size();
  }
}
