package org.renxing.dea;

/** Checks solutions against the frame's columns in plain doubles, whatever the solver said. */
final class Certificate {
  private Certificate() {}

  /**
   * The error of a radial solution: the largest of how far its prices are from feasible over all
   * units, how far λ and slacks are from balancing each row and from 0 where they are negative, and
   * the gap between τ and its value at the prices. Each is relative to the terms of its sum.
   */
  static double error(Frame frame, Pose pose, Solution solution) {
    return Math.max(
        balance(frame, pose, solution), Math.max(solution.dualError, gap(pose, solution)));
  }

  /** How far λ and slacks are from balancing each row at τ; infinite where one is negative. */
  static double balance(Frame frame, Pose pose, Solution solution) {
    double error = 0;
    double[] balance = pose.at(solution.tau);
    double[] size = new double[balance.length];
    for (int i = 0; i < size.length; i++) {
      size[i] = Math.abs(pose.base[i]) + Math.abs(solution.tau * pose.direction[i]);
    }
    for (int c = 0; c < solution.columns.length; c++) {
      for (int i = 0; i < balance.length; i++) {
        double term = frame.columns[solution.columns[c] * frame.rows + i] * solution.values[c];
        balance[i] -= term;
        size[i] += Math.abs(term);
      }
      if (solution.values[c] < 0) {
        return Double.POSITIVE_INFINITY;
      }
    }
    for (int i = 0; i < balance.length; i++) {
      error = Math.max(error, size[i] == 0 ? 0 : Math.abs(balance[i]) / size[i]);
    }
    return error;
  }

  private static double gap(Pose pose, Solution solution) {
    double value = -pose.sign * Pose.product(solution.prices, pose.base);
    return Math.abs(value - solution.tau) / Math.max(1, Math.abs(solution.tau));
  }
}
