package org.renxing.multicriteria;

import java.util.Arrays;
import org.renxing.numerics.ExactSums;

/**
 * Technique for order preference by similarity to the ideal solution (Hwang and Yoon 1981): d⁺ and
 * d⁻ are Euclidean distances to the best and to the worst value of each criterion, weights taken on
 * the values (√Σ (w_j (y_ij − y_j*))²), and closeness is d⁻/(d⁺ + d⁻), from 0 to 1.
 *
 * <p>Distances do not change where a criterion is turned or shifted, so that values in which more
 * is better serve costs as well.
 */
final class Topsis {
  private final double[] plus;
  private final double[] minus;
  private final double[] closeness;

  private Topsis(int size) {
    plus = new double[size];
    minus = new double[size];
    closeness = new double[size];
  }

  /**
   * Of values that are comparable.
   *
   * @param given some of it varies
   */
  static Topsis of(Alternatives given) {
    return of(given, ones(given));
  }

  /** Of values as they are, each criterion over the root of its sum of squares. */
  static Topsis ofVectors(Alternatives given) {
    double[] lengths = ones(given);
    for (int j = 0; j < lengths.length; j++) {
      double largest = Math.max(Math.abs(given.best(j)), Math.abs(given.worst(j)));
      if (largest > 0) {
        double[] shares = Arrays.stream(given.column(j)).map(x -> x / largest).toArray();
        double squares = ExactSums.of(Arrays.stream(shares).map(x -> x * x).toArray());
        lengths[j] = largest * Math.sqrt(squares);
      }
    }
    return of(given, lengths);
  }

  private static double[] ones(Alternatives given) {
    double[] out = new double[given.criteria()];
    Arrays.fill(out, 1);
    return out;
  }

  private static Topsis of(Alternatives given, double[] lengths) {
    Topsis out = new Topsis(given.size());
    double[] best = new double[lengths.length];
    double[] worst = new double[lengths.length];
    double unit = 0;
    for (int j = 0; j < lengths.length; j++) {
      best[j] = given.weight(j) * (given.best(j) / lengths[j]);
      worst[j] = given.weight(j) * (given.worst(j) / lengths[j]);
      unit = Math.max(unit, best[j] - worst[j]);
    }
    for (int i = 0; i < given.size(); i++) {
      double toBest = 0;
      double toWorst = 0;
      for (int j = 0; j < lengths.length; j++) {
        double at = given.weight(j) * (given.value(i, j) / lengths[j]);
        double above = (best[j] - at) / unit;
        double below = (at - worst[j]) / unit;
        toBest += above * above;
        toWorst += below * below;
      }
      double near = Math.sqrt(toWorst);
      double far = Math.sqrt(toBest);
      out.plus[i] = unit * far;
      out.minus[i] = unit * near;
      out.closeness[i] = near / (far + near);
    }
    return out;
  }

  /** Distances to the ideal. */
  double[] plus() {
    return plus.clone();
  }

  /** Distances to the worst. */
  double[] minus() {
    return minus.clone();
  }

  /** From 0 for the worst to 1 for the ideal. */
  double[] closeness() {
    return closeness.clone();
  }
}
