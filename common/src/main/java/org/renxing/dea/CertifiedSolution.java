package org.renxing.dea;

/**
 * A solution that has been checked.
 *
 * @param shut the column that did not count as reference unit, or -1
 * @param solution what the solver says, with rounding cleared
 * @param error that of its certificate; infinite where there is none
 */
record CertifiedSolution(
    ScaledTechnology matrix, RadialProblem problem, int shut, Solution solution, double error) {
  static CertifiedSolution of(
      ScaledTechnology matrix, RadialProblem problem, Solution raw, int shut) {
    if (raw.end != Solution.End.FOUND) {
      return new CertifiedSolution(matrix, problem, shut, raw, Double.POSITIVE_INFINITY);
    }
    Solution solution = new Projector(matrix).cleared(problem, raw);
    return new CertifiedSolution(
        matrix, problem, shut, solution, Certificate.error(matrix, problem, solution));
  }

  /** Whether it can be published: a certified score, or a proof that there is none. */
  boolean isAnswer() {
    return solution.end == Solution.End.INFEASIBLE || error <= Tolerance.CERTIFICATE;
  }

  /** Why there is no score, from the inequality that the unit violates. */
  Reason whyInfeasible(Observations set, int row) {
    if (problem.orientation == Orientation.OUTPUT) {
      return Reason.INPUTS_TOO_SMALL;
    }
    for (int i = 0; i < matrix.inputs; i++) {
      if (solution.prices[i] > 0 && set.input(row, i) == 0) {
        return Reason.ZERO_INPUT;
      }
    }
    return Reason.OUTPUTS_OUT_OF_REACH;
  }
}
