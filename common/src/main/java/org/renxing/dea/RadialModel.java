package org.renxing.dea;

/** Radial scores and super-efficiency: cases without a program, the solver, and its checks. */
final class RadialModel {
  private final Frame frame;
  private final RadialSolver solver;
  private int fallbacks;

  RadialModel(Frame frame) {
    this.frame = frame;
    this.solver = new RadialSolver(frame);
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
    Attempt first = attempt(solver, frame, set, row, orientation, excluded);
    if (first.isAnswer()) {
      return answer(first, set, row, measure);
    }
    fallbacks++;
    Frame own = frame.about(set, row);
    Attempt second = attempt(new RadialSolver(own), own, set, row, orientation, excluded);
    if (second.isAnswer()) {
      return answer(second, set, row, measure);
    }
    Pose pose = new Pose(own, own.scaled(set, row), orientation);
    return answer(
        Attempt.of(own, pose, new PlainProgram(own, second.shut()).solve(pose), second.shut()),
        set,
        row,
        measure);
  }

  /** First with the excluded unit; only where it is a peer of its own, without it. */
  private static Attempt attempt(
      RadialSolver solver,
      Frame frame,
      Observations set,
      int row,
      Orientation orientation,
      int excluded) {
    Pose pose = new Pose(frame, frame.scaled(set, row), orientation);
    int own = frame.columnOf(set, row);
    Attempt full = Attempt.of(frame, pose, solver.solve(pose, own, -1), -1);
    boolean needsIt = excluded >= 0 && (!full.isAnswer() || full.solution().value(excluded) > 0);
    return needsIt ? Attempt.of(frame, pose, solver.solve(pose, own, excluded), excluded) : full;
  }

  private static Score answer(Attempt attempt, Observations set, int row, Measure measure) {
    if (!attempt.isAnswer()) {
      return new Unscored(set.key(row), measure, Status.UNCERTIFIED, Reason.NO_CERTIFICATE);
    }
    Solution solution = attempt.solution();
    if (solution.end == Solution.End.INFEASIBLE) {
      return new Unscored(
          set.key(row), measure, Status.INFEASIBLE, attempt.whyInfeasible(set, row));
    }
    return new Scored(
        set.key(row),
        measure,
        Reason.NONE,
        Tolerance.drawnToOne(solution.tau),
        total(set, row),
        new Projector(attempt.frame()).project(set, row, attempt.pose(), solution),
        attempt.error());
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

  static double total(Observations set, int row) {
    double sum = 0;
    for (int i = 0; i < set.width(); i++) {
      sum += set.value(row, i);
    }
    return sum;
  }
}
