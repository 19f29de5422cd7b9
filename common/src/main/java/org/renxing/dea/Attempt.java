package org.renxing.dea;

/**
 * A solution that has been checked.
 *
 * @param shut the column that did not count as reference unit, or -1
 * @param solution what the solver says, with rounding cleared
 * @param error that of its certificate; infinite where there is none
 */
record Attempt(Frame frame, Pose pose, int shut, Solution solution, double error) {
  static Attempt of(Frame frame, Pose pose, Solution raw, int shut) {
    if (raw.end != Solution.End.FOUND) {
      return new Attempt(frame, pose, shut, raw, Double.POSITIVE_INFINITY);
    }
    Solution solution = new Projector(frame).cleared(pose, raw);
    return new Attempt(frame, pose, shut, solution, Certificate.error(frame, pose, solution));
  }

  /** Whether it can be published: a certified score, or a proof that there is none. */
  boolean isAnswer() {
    return solution.end == Solution.End.INFEASIBLE || error <= Tolerance.CERTIFICATE;
  }

  /** Why there is no score, from the inequality that the unit violates. */
  Reason whyInfeasible(Observations set, int row) {
    if (pose.orientation == Orientation.OUTPUT) {
      return Reason.INPUTS_TOO_SMALL;
    }
    for (int i = 0; i < frame.inputs; i++) {
      if (solution.prices[i] > 0 && set.input(row, i) == 0) {
        return Reason.ZERO_INPUT;
      }
    }
    return Reason.OUTPUTS_OUT_OF_REACH;
  }
}
