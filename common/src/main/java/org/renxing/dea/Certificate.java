package org.renxing.dea;

/** Checks solutions against the matrix's columns in plain doubles, whatever the solver said. */
final class Certificate {
  private Certificate() {}

  /**
   * The error of a radial solution: the largest of how far its prices are from feasible over all
   * units, how far λ and slacks are from balancing each row and from 0 where they are negative, and
   * the gap between τ and its value at the prices. Each is relative to the terms of its sum.
   */
  static double error(ScaledTechnology matrix, RadialProblem problem, Solution solution) {
    return Math.max(
        balance(matrix, problem, solution), Math.max(solution.dualError, gap(problem, solution)));
  }

  /** How far λ and slacks are from balancing each row at τ; infinite where one is negative. */
  static double balance(ScaledTechnology matrix, RadialProblem problem, Solution solution) {
    double error = 0;
    double[] balance = problem.at(solution.tau);
    double[] size = new double[balance.length];
    for (int i = 0; i < size.length; i++) {
      size[i] = Math.abs(problem.base[i]) + Math.abs(solution.tau * problem.direction[i]);
    }
    for (int c = 0; c < solution.columns.length; c++) {
      for (int i = 0; i < balance.length; i++) {
        double term = matrix.columns[solution.columns[c] * matrix.rows + i] * solution.values[c];
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

  private static double gap(RadialProblem problem, Solution solution) {
    double value = -problem.sign * RadialProblem.product(solution.prices, problem.base);
    return Math.abs(value - solution.tau) / Math.max(1, Math.abs(solution.tau));
  }
}
