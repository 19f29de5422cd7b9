package org.renxing.space;

import java.util.ArrayList;
import java.util.List;

/** Lattices whose neighbours are known. */
final class LatticeWeights {
  private LatticeWeights() {}

  /** Square cells, by rows; neighbours share a side. */
  static SpatialWeights rook(int side) {
    int[][] out = new int[side * side][];
    for (int i = 0; i < out.length; i++) {
      List<Integer> of = new ArrayList<>();
      int row = i / side;
      int column = i % side;
      if (row > 0) {
        of.add(i - side);
      }
      if (column > 0) {
        of.add(i - 1);
      }
      if (column < side - 1) {
        of.add(i + 1);
      }
      if (row < side - 1) {
        of.add(i + side);
      }
      out[i] = of.stream().mapToInt(Integer::intValue).toArray();
    }
    return SpatialWeights.of(out);
  }

  /** Cells in a row. */
  static SpatialWeights chain(int length) {
    int[][] out = new int[length][];
    for (int i = 0; i < length; i++) {
      out[i] =
          i == 0 ? new int[] {1} : i == length - 1 ? new int[] {i - 1} : new int[] {i - 1, i + 1};
    }
    return SpatialWeights.of(out);
  }

  /** Deviations from the mean. */
  static double[] deviations(double... values) {
    double mean = 0;
    for (double v : values) {
      mean += v / values.length;
    }
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i] - mean;
    }
    return out;
  }
}
