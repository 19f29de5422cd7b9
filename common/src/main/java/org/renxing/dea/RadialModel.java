package org.renxing.dea;

/** Radial scores and super-efficiency: cases without a program, the solver, and its checks. */
final class RadialModel {
  private final Frame frame;
  private final RadialSolver solver;
  private final Projector projector;
  private int fallbacks;

  RadialModel(Frame frame) {
    this.frame = frame;
    this.solver = new RadialSolver(frame);
    this.projector = new Projector(frame);
  }

  RadialSolver solver() {
    return solver;
  }

  /** How often the plain program was needed. */
  int fallbacks() {
    return fallbacks;
  }

  Score radial(Observations set, int row, Orientation orientation) {
    return score(set, row, orientation, Measure.radial(orientation), -1);
  }

  /**
   * First with the unit itself: only where it is its own one peer, and no duplicate stands in for
   * it, does the technology without it differ.
   */
  Score superEfficiency(Observations set, int row, Orientation orientation) {
    Measure measure = Measure.superEfficiency(orientation);
    int own = frame.columnOf(set.key(row));
    if (own < 0 || frame.multiplicity(own) > 1) {
      return score(set, row, orientation, measure, -1);
    }
    if (frame.units == 1) {
      return new Unscored(set.key(row), measure, Status.INFEASIBLE, Reason.EMPTY_REFERENCE);
    }
    return score(set, row, orientation, measure, own);
  }

  private Score score(
      Observations set, int row, Orientation orientation, Measure measure, int excluded) {
    boolean isInput = orientation == Orientation.INPUT;
    boolean mayBeIdle =
        frame.technology.returns() == Returns.CRS || frame.technology.returns() == Returns.NIRS;
    if (set.hasZeroOutput(row)) {
      if (!isInput) {
        return new Unscored(set.key(row), measure, Status.UNBOUNDED, Reason.ZERO_OUTPUT);
      }
      if (mayBeIdle) {
        return idle(set, row, measure);
      }
    }
    Pose pose = new Pose(frame, frame.scaled(set, row), orientation);
    int own = frame.columnOf(set, row);
    Solution solution = solver.solve(pose, own, -1);
    boolean isOwnPeer =
        excluded >= 0
            && (solution.end != Solution.End.FOUND
                || projector.cleared(pose, solution).value(excluded) > 0);
    int shut = isOwnPeer ? excluded : -1;
    if (isOwnPeer) {
      solution = solver.solve(pose, own, excluded);
    }
    return checked(set, row, pose, measure, shut, solution);
  }

  private Score checked(
      Observations set, int row, Pose pose, Measure measure, int shut, Solution solution) {
    if (solution.end == Solution.End.INFEASIBLE) {
      return infeasible(set, row, pose, measure, solution.prices);
    }
    Solution best = solution;
    double error = Double.POSITIVE_INFINITY;
    if (solution.end == Solution.End.FOUND) {
      best = projector.cleared(pose, solution);
      error = Certificate.error(frame, pose, best);
    }
    if (error > Tolerance.CERTIFICATE) {
      fallbacks++;
      Solution plain = new PlainProgram(frame, shut).solve(pose);
      if (plain.end == Solution.End.INFEASIBLE) {
        return infeasible(set, row, pose, measure, plain.prices);
      }
      if (plain.end == Solution.End.FOUND) {
        best = projector.cleared(pose, plain);
        error = Certificate.error(frame, pose, best);
      }
    }
    if (error > Tolerance.CERTIFICATE) {
      return new Unscored(set.key(row), measure, Status.UNCERTIFIED, Reason.NO_CERTIFICATE);
    }
    return new Scored(
        set.key(row),
        measure,
        Reason.NONE,
        Tolerance.drawnToOne(best.tau),
        total(set, row),
        projector.project(set, row, pose, best),
        error);
  }

  /** No output, and λ = 0 is allowed: θ = 0 with nothing left over. */
  private Score idle(Observations set, int row, Measure measure) {
    int width = frame.inputs + frame.outputs;
    double[] multipliers = new double[width];
    for (int i = frame.inputs - 1; i >= 0; i--) {
      if (set.input(row, i) > 0) {
        multipliers = new double[width];
        multipliers[i] = 1 / set.input(row, i);
      }
    }
    Projection nothing =
        new Projection(
            frame.inputs, new double[width], new double[width], multipliers, 0, new Peer[0]);
    return new Scored(set.key(row), measure, Reason.ZERO_OUTPUT, 0, total(set, row), nothing, 0);
  }

  private Score infeasible(Observations set, int row, Pose pose, Measure measure, double[] normal) {
    Reason reason = Reason.INPUTS_TOO_SMALL;
    if (pose.orientation == Orientation.INPUT) {
      reason = Reason.OUTPUTS_OUT_OF_REACH;
      for (int i = 0; i < frame.inputs; i++) {
        if (normal[i] > 0 && set.input(row, i) == 0) {
          reason = Reason.ZERO_INPUT;
        }
      }
    }
    return new Unscored(set.key(row), measure, Status.INFEASIBLE, reason);
  }

  static double total(Observations set, int row) {
    double sum = 0;
    for (int i = 0; i < set.width(); i++) {
      sum += set.value(row, i);
    }
    return sum;
  }
}
