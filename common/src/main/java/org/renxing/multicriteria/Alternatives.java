package org.renxing.multicriteria;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.renxing.numerics.SignificantDigits;

/**
 * Alternatives by criteria, of which all are known, and more is better in each. A criterion whose
 * values are all equal to 12 significant digits is constant: each of its values counts as the best.
 */
final class Alternatives {
  private final double[][] columns;
  private final double[] weights;
  private final double[] best;
  private final double[] worst;

  /**
   * Takes alternatives.
   *
   * @param rows one an alternative, one or more of them; numbers up to 1e300 in size
   * @param weights one a criterion, each above 0; they are rescaled to sum to 1
   */
  Alternatives(List<double[]> rows, double[] weights) {
    double total = Arrays.stream(weights).sum();
    this.weights = Arrays.stream(weights).map(w -> w / total).toArray();
    columns = new double[weights.length][];
    best = new double[weights.length];
    worst = new double[weights.length];
    for (int j = 0; j < weights.length; j++) {
      int place = j;
      double[] column = rows.stream().mapToDouble(row -> row[place]).toArray();
      best[j] = Arrays.stream(column).max().orElseThrow();
      worst[j] = Arrays.stream(column).min().orElseThrow();
      if (SignificantDigits.tieKey(best[j]) == SignificantDigits.tieKey(worst[j])) {
        worst[j] = best[j];
        Arrays.fill(column, best[j]);
      }
      columns[j] = column;
    }
  }

  /** How many alternatives. */
  int size() {
    return columns[0].length;
  }

  /** How many criteria. */
  int criteria() {
    return columns.length;
  }

  /** The value of an alternative. */
  double value(int alternative, int criterion) {
    return columns[criterion][alternative];
  }

  /** The values of a criterion, one an alternative. */
  double[] column(int criterion) {
    return columns[criterion].clone();
  }

  /** The weight of a criterion; they sum to 1. */
  double weight(int criterion) {
    return weights[criterion];
  }

  /** The largest value of a criterion. */
  double best(int criterion) {
    return best[criterion];
  }

  /** The largest value of each criterion. */
  double[] best() {
    return best.clone();
  }

  /** The least value of a criterion. */
  double worst(int criterion) {
    return worst[criterion];
  }

  /** Whether any criterion varies. */
  boolean isVaried() {
    return IntStream.range(0, columns.length).anyMatch(j -> best[j] > worst[j]);
  }
}
