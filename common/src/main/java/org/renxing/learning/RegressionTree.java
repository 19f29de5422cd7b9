package org.renxing.learning;

import java.util.Arrays;

/**
 * A regression tree in arrays, in preorder: the left child of a node follows it. A row goes left
 * where its value is at most the threshold.
 */
public final class RegressionTree {
  private static final int LEAF = -1;

  private final int[] column;
  private final double[] value;
  private final int[] right;
  private final long used;

  private RegressionTree(int[] column, double[] value, int[] right) {
    this.column = column;
    this.value = value;
    this.right = right;
    long bits = 0;
    for (int c : column) {
      bits |= c == LEAF ? 0 : bit(c);
    }
    this.used = bits;
  }

  /** Takes the nodes in preorder. */
  public static final class Builder {
    private int[] column = new int[63];
    private double[] value = new double[63];
    private int[] right = new int[63];
    private int size;

    /** A leaf with its prediction. */
    public Builder leaf(double prediction) {
      add(LEAF, prediction);
      return this;
    }

    /**
     * A split; its left branch is to follow, then {@link #right}, then its right branch.
     *
     * @return the number of the node
     */
    public int split(int by, double threshold) {
      return add(by, threshold);
    }

    /** Says that the right branch of a split begins. */
    public void right(int node) {
      right[node] = size;
    }

    private int add(int by, double number) {
      if (size == column.length) {
        column = Arrays.copyOf(column, 2 * size);
        value = Arrays.copyOf(value, 2 * size);
        right = Arrays.copyOf(right, 2 * size);
      }
      column[size] = by;
      value[size] = number;
      return size++;
    }

    /** The tree. */
    public RegressionTree build() {
      return new RegressionTree(
          Arrays.copyOf(column, size), Arrays.copyOf(value, size), Arrays.copyOf(right, size));
    }
  }

  /** The bit of a column in a set; from 64 columns on, several share one. */
  static long bit(int column) {
    return 1L << column;
  }

  /** The columns by which it splits, as bits. */
  long used() {
    return used;
  }

  /** The columns by which the path of a row splits, as bits. */
  long path(double[] row) {
    long bits = 0;
    int at = 0;
    while (column[at] != LEAF) {
      bits |= bit(column[at]);
      at = row[column[at]] <= value[at] ? at + 1 : right[at];
    }
    return bits;
  }

  /** The prediction. */
  double predict(double[] row) {
    int at = 0;
    while (column[at] != LEAF) {
      at = row[column[at]] <= value[at] ? at + 1 : right[at];
    }
    return value[at];
  }

  /** The prediction where one column has another value. */
  double predict(double[] row, int swapped, double other) {
    int at = 0;
    while (column[at] != LEAF) {
      int by = column[at];
      double x = by == swapped ? other : row[by];
      at = x <= value[at] ? at + 1 : right[at];
    }
    return value[at];
  }
}
