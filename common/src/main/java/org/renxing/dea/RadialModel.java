package org.renxing.dea;

/** Radial scores and super-efficiency: cases without a program, the solver, and its checks. */
final class RadialModel {
  private final ScaledTechnology matrix;
  private final RadialSolver solver;
  private int fallbacks;

  RadialModel(ScaledTechnology matrix) {
    this.matrix = matrix;
    this.solver = new RadialSolver(matrix);
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
    int own = matrix.columnOf(set.key(row));
    if (own < 0 || matrix.multiplicity(own) > 1) {
      return score(set, row, orientation, measure, -1);
    }
    if (matrix.units == 1) {
      return new Unscored(set.key(row), measure, Status.INFEASIBLE, Reason.EMPTY_REFERENCE);
    }
    return score(set, row, orientation, measure, own);
  }

  private Score score(
      Observations set, int row, Orientation orientation, Measure measure, int excluded) {
    boolean isInput = orientation == Orientation.INPUT;
    boolean mayBeIdle =
        matrix.technology.returns() == Returns.CRS || matrix.technology.returns() == Returns.NIRS;
    if (set.hasZeroOutput(row)) {
      if (!isInput) {
        return new Unscored(set.key(row), measure, Status.UNBOUNDED, Reason.ZERO_OUTPUT);
      }
      if (mayBeIdle) {
        return idle(set, row, measure);
      }
    }
    CertifiedSolution first = solved(solver, matrix, set, row, orientation, excluded);
    if (first.isAnswer()) {
      return answer(first, set, row, measure);
    }
    fallbacks++;
    ScaledTechnology own = matrix.about(set, row);
    CertifiedSolution second = solved(new RadialSolver(own), own, set, row, orientation, excluded);
    if (second.isAnswer()) {
      return answer(second, set, row, measure);
    }
    RadialProblem problem = new RadialProblem(own, own.scaled(set, row), orientation);
    return answer(
        CertifiedSolution.of(
            own, problem, new PlainProgram(own, second.shut()).solve(problem), second.shut()),
        set,
        row,
        measure);
  }

  /** First with the excluded unit; only where it is a peer of its own, without it. */
  private static CertifiedSolution solved(
      RadialSolver solver,
      ScaledTechnology matrix,
      Observations set,
      int row,
      Orientation orientation,
      int excluded) {
    RadialProblem problem = new RadialProblem(matrix, matrix.scaled(set, row), orientation);
    int own = matrix.columnOf(set, row);
    CertifiedSolution full =
        CertifiedSolution.of(matrix, problem, solver.solve(problem, own, -1), -1);
    boolean needsIt = excluded >= 0 && (!full.isAnswer() || full.solution().value(excluded) > 0);
    return needsIt
        ? CertifiedSolution.of(matrix, problem, solver.solve(problem, own, excluded), excluded)
        : full;
  }

  private static Score answer(
      CertifiedSolution certified, Observations set, int row, Measure measure) {
    if (!certified.isAnswer()) {
      return new Unscored(set.key(row), measure, Status.UNCERTIFIED, Reason.NO_CERTIFICATE);
    }
    Solution solution = certified.solution();
    if (solution.end == Solution.End.INFEASIBLE) {
      return new Unscored(
          set.key(row), measure, Status.INFEASIBLE, certified.whyInfeasible(set, row));
    }
    return new Scored(
        set.key(row),
        measure,
        Reason.NONE,
        Tolerance.drawnToOne(solution.tau),
        total(set, row),
        new Projector(certified.matrix()).project(set, row, certified.problem(), solution),
        certified.error());
  }

  /** No output, and λ = 0 is allowed: θ = 0 with nothing left over. */
  private Score idle(Observations set, int row, Measure measure) {
    int width = matrix.inputs + matrix.outputs;
    double[] multipliers = new double[width];
    for (int i = matrix.inputs - 1; i >= 0; i--) {
      if (set.input(row, i) > 0) {
        multipliers = new double[width];
        multipliers[i] = 1 / set.input(row, i);
      }
    }
    Projection nothing =
        new Projection(
            matrix.inputs, new double[width], new double[width], multipliers, 0, new Peer[0]);
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
