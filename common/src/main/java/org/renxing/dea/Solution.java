package org.renxing.dea;

/**
 * What a solver says, before it is checked.
 *
 * <p>Found: τ, columns with their values, prices, and how far the prices are from feasible.
 * Infeasible: in place of prices, the normal of a valid inequality that the unit violates.
 */
final class Solution {
  /** How it ended. */
  enum End {
    FOUND,
    INFEASIBLE,
    FAILED
  }

  final End end;
  final double tau;
  final int[] columns;
  final double[] values;
  final double[] prices;
  final double dualError;

  private Solution(
      End end, double tau, int[] columns, double[] values, double[] prices, double dualError) {
    this.end = end;
    this.tau = tau;
    this.columns = columns;
    this.values = values;
    this.prices = prices;
    this.dualError = dualError;
  }

  static Solution found(
      double tau, int[] columns, double[] values, double[] prices, double dualError) {
    return new Solution(End.FOUND, tau, columns, values, prices, dualError);
  }

  static Solution infeasible(double[] normal) {
    return new Solution(
        End.INFEASIBLE, Double.NaN, new int[0], new double[0], normal, Double.POSITIVE_INFINITY);
  }

  static Solution failed() {
    return new Solution(
        End.FAILED, Double.NaN, new int[0], new double[0], new double[0], Double.POSITIVE_INFINITY);
  }

  /** The same with another τ. */
  Solution at(double otherTau) {
    return new Solution(end, otherTau, columns, values, prices, dualError);
  }

  /** The value of a column, 0 where it has none. */
  double value(int column) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == column) {
        return values[i];
      }
    }
    return 0;
  }
}
