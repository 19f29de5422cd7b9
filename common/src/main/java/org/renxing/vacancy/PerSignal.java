package org.renxing.vacancy;

import java.io.Serializable;
import java.util.Arrays;
import org.renxing.model.OccupancySignal;

/** A number for each signal, by its place; NaN where there is none. Numbers do not change. */
public final class PerSignal implements Serializable {
  private static final long serialVersionUID = 1;

  private final double[] values;

  /** The numbers of all signals. */
  PerSignal(double[] values) {
    if (values.length != OccupancySignal.COUNT) {
      throw new IllegalArgumentException("numbers of all signals expected: " + values.length);
    }
    this.values = values.clone();
  }

  double get(int signal) {
    return values[signal];
  }

  boolean has(int signal) {
    return !Double.isNaN(values[signal]);
  }

  double[] toArray() {
    return values.clone();
  }

  PerSignal times(double factor) {
    return new PerSignal(Arrays.stream(values).map(v -> v * factor).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PerSignal that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
