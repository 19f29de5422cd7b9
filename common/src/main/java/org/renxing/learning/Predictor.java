package org.renxing.learning;

import java.util.Arrays;
import java.util.List;

/**
 * A trained model: a number for each row of candidates. May be asked by several threads at once.
 */
@FunctionalInterface
public interface Predictor {
  /** The prediction for one row, which is not changed. */
  double predict(double[] row);

  /** The predictions for rows. */
  default double[] predict(double[][] rows) {
    return Arrays.stream(rows).mapToDouble(this::predict).toArray();
  }

  /**
   * The predictions for rows in which in turn one column has other values.
   *
   * @return for each swap one array, a prediction a row
   */
  default double[][] swapped(double[][] rows, List<Swap> swaps) {
    double[][] out = new double[swaps.size()][rows.length];
    for (int s = 0; s < out.length; s++) {
      Swap swap = swaps.get(s);
      for (int i = 0; i < rows.length; i++) {
        double[] row = rows[i].clone();
        row[swap.column()] = swap.values()[i];
        out[s][i] = predict(row);
      }
    }
    return out;
  }
}
