package org.renxing.vacancy;

import java.io.Serializable;
import java.util.Arrays;
import org.renxing.model.OccupancySignal;

/** A number for each ordered pair of signals. Numbers do not change. */
final class PerPair implements Serializable {
  private static final long serialVersionUID = 1;

  private final double[][] values;

  /** The numbers of all pairs, row by row. */
  PerPair(double[][] values) {
    if (values.length != OccupancySignal.COUNT) {
      throw new IllegalArgumentException("numbers of all pairs expected: " + values.length);
    }
    this.values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }

  double get(int row, int column) {
    return values[row][column];
  }

  double[][] toArray() {
    return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }

  /** Σ_k Σ_l x_k y_l m_kl. */
  double product(PerSignal x, PerSignal y) {
    double out = 0;
    for (int k = 0; k < values.length; k++) {
      for (int l = 0; l < values.length; l++) {
        out += x.get(k) * y.get(l) * values[k][l];
      }
    }
    return out;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PerPair that && Arrays.deepEquals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(values);
  }
}
