package org.renxing.dea;

import java.util.Arrays;
import java.util.Optional;

/**
 * Slacks-based scores. Peers are strongly efficient units only, so the program holds their columns;
 * its prices are checked against all units, and a unit that breaks them joins the program.
 */
final class SlacksBasedModel {
  private final ScaledTechnology matrix;
  private final RadialModel radial;
  private Optional<SlacksBasedProgram> program = Optional.empty();
  private int[] peers = {};
  private int solves;

  SlacksBasedModel(ScaledTechnology matrix, RadialModel radial) {
    this.matrix = matrix;
    this.radial = radial;
  }

  /** Linear programs solved so far, besides those of radial scores. */
  int solves() {
    return solves;
  }

  Score score(Observations set, int row) {
    Score theta = radial.radial(set, row, Orientation.INPUT);
    if (theta instanceof Scored scored && scored.number() <= 1) {
      return within(set, row, scored);
    }
    boolean isUncertified = theta.status() == Status.UNCERTIFIED;
    return new Unscored(
        set.key(row),
        Measure.RHO,
        isUncertified ? Status.UNCERTIFIED : Status.INFEASIBLE,
        isUncertified ? Reason.NO_CERTIFICATE : Reason.OUTSIDE_TECHNOLOGY);
  }

  private Score within(Observations set, int row, Scored theta) {
    if (theta.reason() == Reason.ZERO_OUTPUT) {
      return scored(set, row, Reason.ZERO_OUTPUT, 0, allSlack(set, row, theta.projection()), 0);
    }
    if (theta.isStronglyEfficient()) {
      return scored(set, row, Reason.NONE, 1, theta.projection(), theta.certificateError());
    }
    if (program.isEmpty()) {
      peers = efficientColumns();
      program = Optional.of(new SlacksBasedProgram(matrix, peers));
    }
    return solve(set, row);
  }

  private Score solve(Observations set, int row) {
    CertifiedSolution certified = solved(matrix, program.orElseThrow(), set, row);
    for (int round = 0; round < matrix.units && !certified.isAnswer(); round++) {
      boolean isBroken =
          certified.solution().end == Solution.End.FOUND
              && certified.error() > Tolerance.CERTIFICATE
              && admitWorst(certified.solution().prices);
      if (!isBroken) {
        break;
      }
      certified = solved(matrix, program.orElseThrow(), set, row);
    }
    if (!certified.isAnswer()) {
      ScaledTechnology about = matrix.about(set, row);
      certified = solved(about, new SlacksBasedProgram(about, peers), set, row);
    }
    if (!certified.isAnswer()) {
      return new Unscored(set.key(row), Measure.RHO, Status.UNCERTIFIED, Reason.NO_CERTIFICATE);
    }
    Solution solution = certified.solution();
    double rho = Tolerance.drawnToOne(solution.tau);
    Projection projection =
        new Projector(certified.matrix()).project(set, row, certified.problem(), solution.at(1));
    Reason reason = set.hasZeroOutput(row) ? Reason.ZERO_OUTPUT : Reason.NONE;
    return scored(set, row, reason, rho, projection, certified.error());
  }

  private CertifiedSolution solved(
      ScaledTechnology in, SlacksBasedProgram over, Observations set, int row) {
    solves++;
    double[] scaled = in.scaled(set, row);
    RadialProblem problem = new RadialProblem(in, scaled, Orientation.INPUT);
    Solution found = over.solve(scaled);
    if (found.end != Solution.End.FOUND) {
      return CertifiedSolution.of(in, problem, found, -1);
    }
    Solution atUnit = new Projector(in).cleared(problem, found.at(1));
    double units = Facet.error(in, found.prices, -1);
    double balance = Certificate.balance(in, problem, atUnit);
    double error = Math.max(found.dualError, Math.max(units, balance));
    return new CertifiedSolution(in, problem, -1, atUnit.at(found.tau), error);
  }

  private boolean admitWorst(double[] prices) {
    int worst = -1;
    double lowest = 0;
    for (int j = 0; j < matrix.units; j++) {
      double sum = 0;
      for (int i = 0; i < matrix.rows; i++) {
        sum += prices[i] * matrix.columns[j * matrix.rows + i];
      }
      int column = j;
      if (sum < lowest && Arrays.stream(peers).noneMatch(p -> p == column)) {
        lowest = sum;
        worst = j;
      }
    }
    if (worst < 0) {
      return false;
    }
    peers = Arrays.copyOf(peers, peers.length + 1);
    peers[peers.length - 1] = worst;
    program = Optional.of(new SlacksBasedProgram(matrix, peers));
    return true;
  }

  private int[] efficientColumns() {
    int[] out = new int[matrix.units];
    int count = 0;
    Observations reference = matrix.technology.reference();
    for (int j = 0; j < matrix.units; j++) {
      Score score = radial.radial(reference, matrix.referenceRow(j), Orientation.INPUT);
      if (score instanceof Scored scored && scored.isStronglyEfficient()) {
        out[count++] = j;
      }
    }
    return Arrays.copyOf(out, count);
  }

  /** No output, and λ = 0 is allowed: all input is slack. */
  private Projection allSlack(Observations set, int row, Projection theta) {
    int width = matrix.inputs + matrix.outputs;
    double[] slacks = new double[width];
    double[] multipliers = new double[width];
    for (int i = 0; i < matrix.inputs; i++) {
      slacks[i] = set.input(row, i);
      multipliers[i] = theta.inputMultiplier(i);
    }
    return new Projection(matrix.inputs, slacks, new double[width], multipliers, 0, new Peer[0]);
  }

  private static Score scored(
      Observations set,
      int row,
      Reason reason,
      double rho,
      Projection projection,
      double certificateError) {
    double total = RadialModel.total(set, row);
    return new Scored(set.key(row), Measure.RHO, reason, rho, total, projection, certificateError);
  }
}
