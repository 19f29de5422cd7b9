package org.renxing.dea;

import java.util.Arrays;
import java.util.Optional;

/**
 * Slacks-based scores. Peers are strongly efficient units only, so the program holds their columns;
 * its prices are checked against all units, and a unit that breaks them joins the program.
 */
final class SlacksBasedModel {
  private final Frame frame;
  private final RadialModel radial;
  private Optional<SlacksBasedProgram> program = Optional.empty();
  private int[] peers = {};
  private int solves;

  SlacksBasedModel(Frame frame, RadialModel radial) {
    this.frame = frame;
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
      program = Optional.of(new SlacksBasedProgram(frame, peers));
    }
    return solve(set, row);
  }

  private Score solve(Observations set, int row) {
    Attempt attempt = attempt(frame, program.orElseThrow(), set, row);
    for (int round = 0; round < frame.units && !attempt.isAnswer(); round++) {
      boolean isBroken =
          attempt.solution().end == Solution.End.FOUND
              && attempt.error() > Tolerance.CERTIFICATE
              && admitWorst(attempt.solution().prices);
      if (!isBroken) {
        break;
      }
      attempt = attempt(frame, program.orElseThrow(), set, row);
    }
    if (!attempt.isAnswer()) {
      Frame about = frame.about(set, row);
      attempt = attempt(about, new SlacksBasedProgram(about, peers), set, row);
    }
    if (!attempt.isAnswer()) {
      return new Unscored(set.key(row), Measure.RHO, Status.UNCERTIFIED, Reason.NO_CERTIFICATE);
    }
    Solution solution = attempt.solution();
    double rho = Tolerance.drawnToOne(solution.tau);
    Projection projection =
        new Projector(attempt.frame()).project(set, row, attempt.pose(), solution.at(1));
    Reason reason = set.hasZeroOutput(row) ? Reason.ZERO_OUTPUT : Reason.NONE;
    return scored(set, row, reason, rho, projection, attempt.error());
  }

  private Attempt attempt(Frame in, SlacksBasedProgram over, Observations set, int row) {
    solves++;
    double[] scaled = in.scaled(set, row);
    Pose pose = new Pose(in, scaled, Orientation.INPUT);
    Solution found = over.solve(scaled);
    if (found.end != Solution.End.FOUND) {
      return Attempt.of(in, pose, found, -1);
    }
    Solution atUnit = new Projector(in).cleared(pose, found.at(1));
    double units = Facet.error(in, found.prices, -1);
    double balance = Certificate.balance(in, pose, atUnit);
    double error = Math.max(found.dualError, Math.max(units, balance));
    return new Attempt(in, pose, -1, atUnit.at(found.tau), error);
  }

  private boolean admitWorst(double[] prices) {
    int worst = -1;
    double lowest = 0;
    for (int j = 0; j < frame.units; j++) {
      double sum = 0;
      for (int i = 0; i < frame.rows; i++) {
        sum += prices[i] * frame.columns[j * frame.rows + i];
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
    program = Optional.of(new SlacksBasedProgram(frame, peers));
    return true;
  }

  private int[] efficientColumns() {
    int[] out = new int[frame.units];
    int count = 0;
    Observations reference = frame.technology.reference();
    for (int j = 0; j < frame.units; j++) {
      Score score = radial.radial(reference, frame.referenceRow(j), Orientation.INPUT);
      if (score instanceof Scored scored && scored.isStronglyEfficient()) {
        out[count++] = j;
      }
    }
    return Arrays.copyOf(out, count);
  }

  /** No output, and λ = 0 is allowed: all input is slack. */
  private Projection allSlack(Observations set, int row, Projection theta) {
    int width = frame.inputs + frame.outputs;
    double[] slacks = new double[width];
    double[] multipliers = new double[width];
    for (int i = 0; i < frame.inputs; i++) {
      slacks[i] = set.input(row, i);
      multipliers[i] = theta.inputMultiplier(i);
    }
    return new Projection(frame.inputs, slacks, new double[width], multipliers, 0, new Peer[0]);
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
