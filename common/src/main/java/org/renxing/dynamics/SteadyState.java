package org.renxing.dynamics;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The distribution that a Markov chain's steps leave as it is: π P = π, Σ π = 1, by solving the
 * linear system. It is given only where it is the same from any start and holds every state, that
 * is where each state can be reached from each (Kemeny and Snell 1960).
 *
 * @param shares by state; NaN throughout where there is a reason
 * @param reason {@code NO_MOVES}: a state that no step leaves from was seen, so that its
 *     probabilities are unknown; {@code ABSORBING}: a state that is never left; {@code REDUCIBLE}:
 *     some state cannot be reached from another; empty where there are shares
 */
public record SteadyState(List<Double> shares, String reason) {
  public SteadyState {
    shares = List.copyOf(shares);
  }

  /**
   * The steady state of a chain.
   *
   * @param probabilities from state by to state; rows sum to 1, or are NaN where unknown
   */
  static SteadyState of(double[][] probabilities) {
    String reason = reason(probabilities);
    if (!reason.isEmpty()) {
      return new SteadyState(Collections.nCopies(probabilities.length, Double.NaN), reason);
    }
    int n = probabilities.length;
    RealMatrix left = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double value = i == n - 1 ? 1 : probabilities[j][i] - (i == j ? 1 : 0);
        left.setEntry(i, j, value);
      }
    }
    ArrayRealVector right = new ArrayRealVector(n);
    right.setEntry(n - 1, 1);
    double[] shares = new LUDecomposition(left, 0).getSolver().solve(right).toArray();
    return new SteadyState(Arrays.stream(shares).boxed().toList(), "");
  }

  private static String reason(double[][] p) {
    int n = p.length;
    boolean[][] reaches = new boolean[n][n];
    boolean isAbsorbing = false;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (Double.isNaN(p[i][j])) {
          return "NO_MOVES";
        }
        reaches[i][j] = i == j || p[i][j] > 0;
      }
      isAbsorbing |= n > 1 && p[i][i] == 1;
    }
    close(reaches);
    for (boolean[] from : reaches) {
      for (boolean isReached : from) {
        if (!isReached) {
          return isAbsorbing ? "ABSORBING" : "REDUCIBLE";
        }
      }
    }
    return "";
  }

  /** Makes reachability transitive (Warshall 1962). */
  private static void close(boolean[][] reaches) {
    for (int k = 0; k < reaches.length; k++) {
      for (boolean[] from : reaches) {
        for (int j = 0; j < reaches.length && from[k]; j++) {
          from[j] |= reaches[k][j];
        }
      }
    }
  }
}
