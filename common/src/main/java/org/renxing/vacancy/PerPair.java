package org.renxing.vacancy;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.renxing.model.OccupancySignal;

/**
 * A number for each ordered pair of signals. Numbers do not change.
 *
 * @param rows the numbers of all pairs with a first signal, by its place
 */
record PerPair(List<PerSignal> rows) implements Serializable {
  PerPair {
    rows = List.copyOf(rows);
    if (rows.size() != OccupancySignal.COUNT) {
      throw new IllegalArgumentException("numbers of all pairs expected: " + rows.size());
    }
  }

  /** The numbers of all pairs, row by row. */
  PerPair(double[][] values) {
    this(Arrays.stream(values).map(PerSignal::new).toList());
  }

  double get(int row, int column) {
    return rows.get(row).get(column);
  }

  double[][] toArray() {
    return rows.stream().map(PerSignal::toArray).toArray(double[][]::new);
  }

  /** Σ_k Σ_l x_k y_l m_kl. */
  double product(PerSignal x, PerSignal y) {
    double out = 0;
    for (int k = 0; k < OccupancySignal.COUNT; k++) {
      PerSignal row = rows.get(k);
      for (int l = 0; l < OccupancySignal.COUNT; l++) {
        out += x.get(k) * y.get(l) * row.get(l);
      }
    }
    return out;
  }
}
