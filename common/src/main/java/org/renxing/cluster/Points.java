package org.renxing.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Rows of numbers that are to be parted, in an order of their own values, so that no answer depends
 * on the order in which they came.
 */
public final class Points {
  private final double[][] rows;
  private final int[] order;

  /**
   * Takes rows.
   *
   * @param rows of one length or more, all the same, none missing
   */
  public Points(double[][] rows) {
    this.order =
        IntStream.range(0, rows.length)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> rows[i], Points::compare))
            .mapToInt(Integer::intValue)
            .toArray();
    // -0.0 is 0.0, as distances have it
    this.rows =
        Arrays.stream(order)
            .mapToObj(i -> Arrays.stream(rows[i]).map(x -> x + 0.0).toArray())
            .toArray(double[][]::new);
  }

  private static int compare(double[] a, double[] b) {
    int at = 0;
    while (at < a.length - 1 && a[at] == b[at]) {
      at++;
    }
    return Double.compare(a[at], b[at]);
  }

  /**
   * Columns with mean 0 and standard deviation 1 (divisor n − 1); a column of one value becomes 0.
   */
  public static double[][] standardised(double[][] rows) {
    double[][] out = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    int columns = rows.length == 0 ? 0 : rows[0].length;
    for (int j = 0; j < columns; j++) {
      int column = j;
      double[] sorted = Arrays.stream(rows).mapToDouble(row -> row[column]).sorted().toArray();
      double mean = Arrays.stream(sorted).sum() / sorted.length;
      double squares = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum();
      double sd = Math.sqrt(squares / (sorted.length - 1));
      boolean isConstant = !(sd > 1e-12 * Math.abs(mean)) || sorted[0] == sorted[sorted.length - 1];
      for (double[] row : out) {
        row[j] = isConstant ? 0 : (row[j] - mean) / sd;
      }
    }
    return out;
  }

  /** How many. */
  public int size() {
    return rows.length;
  }

  /** How many figures each has. */
  int dimensions() {
    return rows[0].length;
  }

  /** One, in the order of values. */
  double[] row(int i) {
    return rows[i];
  }

  /** All, one after the other. */
  double[] flat() {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  /** How many differ from all before them. */
  public int distinct() {
    int out = rows.length == 0 ? 0 : 1;
    for (int i = 1; i < rows.length; i++) {
      out += Arrays.equals(rows[i], rows[i - 1]) ? 0 : 1;
    }
    return out;
  }

  /**
   * Refuses more clusters than there are different rows.
   *
   * @throws RenxingException DATA_CHECK
   */
  void require(int k) {
    if (k < 1 || k > distinct()) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          k
              + " clusters of "
              + distinct()
              + " different rows: from 1 to "
              + distinct()
              + " are possible");
    }
  }

  /** The variance of each figure, divisor n. */
  double[] variances() {
    double[] out = new double[dimensions()];
    for (int j = 0; j < out.length; j++) {
      int column = j;
      double mean = Arrays.stream(rows).mapToDouble(r -> r[column]).sum() / rows.length;
      out[j] =
          Arrays.stream(rows).mapToDouble(r -> r[column] - mean).map(v -> v * v).sum()
              / rows.length;
    }
    return out;
  }

  /** Squared Euclidean distance. */
  static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }

  /** Labels of the rows in the order in which they came. */
  int[] asGiven(int[] labels) {
    int[] out = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      out[order[i]] = labels[i];
    }
    return out;
  }

  /** Figures of the rows in the order in which they came. */
  double[] asGiven(double[] figures) {
    double[] out = new double[figures.length];
    for (int i = 0; i < figures.length; i++) {
      out[order[i]] = figures[i];
    }
    return out;
  }
}
