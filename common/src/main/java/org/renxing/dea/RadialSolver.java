package org.renxing.dea;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Radial optima: from a facet found before where it fits, else by a dual simplex that starts from
 * the facet that binds most, else by a primal simplex that starts from the unit itself.
 */
final class RadialSolver {
  private static final int LIMIT = 2_000;
  private static final double[] EASED = {1e-2, 1e-5, 1e-8};

  private final Frame frame;
  private final FacetCache cache;
  private final LexSimplex simplex;
  private int solves;
  private Optional<Facet> latest = Optional.empty();

  RadialSolver(Frame frame) {
    this.frame = frame;
    this.cache = new FacetCache(frame);
    this.simplex =
        new LexSimplex(
            frame.rows, frame.columns, new double[frame.count()], frame.slackCost.clone());
  }

  /** Linear programs solved so far; looking a facet up is none. */
  int solves() {
    return solves;
  }

  /** Facets found so far. */
  int facets() {
    return cache.size();
  }

  /**
   * Solves for one unit.
   *
   * @param own the column of a reference unit with the very same values, or -1
   * @param shut a column that is not to count as reference unit, or -1
   */
  Solution solve(Pose pose, int own, int shut) {
    int present = shut >= 0 ? -1 : own;
    for (Facet facet : cache.facetsOf(present)) {
      if (pose.isBound(facet)) {
        return onFacet(facet, pose);
      }
    }
    for (Facet facet : cache.binding(pose, shut)) {
      Solution solution = from(facet, pose, shut);
      if (solution.end != Solution.End.FAILED) {
        return solution;
      }
    }
    for (Facet facet : firstFacet(pose, shut)) {
      Solution solution = from(facet, pose, shut);
      if (solution.end != Solution.End.FAILED) {
        return solution;
      }
    }
    return present < 0 ? Solution.failed() : climb(pose, present, shut);
  }

  private Solution from(Facet facet, Pose pose, int shut) {
    if (!pose.isBound(facet)) {
      return Solution.infeasible(facet.normal);
    }
    return facet.holds(pose.at(pose.tau(facet))) ? onFacet(facet, pose) : walk(facet, pose, shut);
  }

  /** From a facet to the unit's own. */
  private Solution walk(Facet from, Pose pose, int shut) {
    int[] basis = new int[frame.rows];
    basis[0] = frame.count();
    System.arraycopy(from.basis, 0, basis, 1, from.basis.length);
    return run(pose, basis, shut, true);
  }

  /** From the unit's own column up to the frontier. */
  private Solution climb(Pose pose, int own, int shut) {
    List<Integer> basis = crash(pose, own);
    return basis.isEmpty()
        ? Solution.failed()
        : run(pose, basis.stream().mapToInt(Integer::intValue).toArray(), shut, false);
  }

  private Solution run(Pose pose, int[] basis, int shut, boolean isDual) {
    solves++;
    latest = Optional.empty();
    double scale = movingScale(pose);
    double[] moving = new double[frame.rows];
    for (int i = 0; i < moving.length; i++) {
      moving[i] = -pose.direction[i] * scale;
    }
    simplex.pose(pose.base, moving, pose.sign * scale);
    if (shut >= 0) {
      simplex.shut(shut, true);
    }
    try {
      if (!simplex.start(basis)) {
        return Solution.failed();
      }
      LexSimplex.End end = isDual ? simplex.dual(LIMIT) : LexSimplex.End.OPTIMAL;
      if (end == LexSimplex.End.INFEASIBLE) {
        return infeasible(pose, shut);
      }
      if (end == LexSimplex.End.FAILED
          || simplex.primal(LIMIT) != LexSimplex.End.OPTIMAL
          || !simplex.factor()) {
        return Solution.failed();
      }
      Facet facet = Facet.of(frame, simplex.basis, simplex.normal(), shut);
      if (facet.dualError > Tolerance.CERTIFICATE
          || !pose.isBound(facet)
          || !facet.holds(pose.at(pose.tau(facet)))) {
        return Solution.failed();
      }
      if (shut < 0) {
        cache.add(facet);
      }
      latest = Optional.of(facet);
      return onFacet(facet, pose);
    } finally {
      if (shut >= 0) {
        simplex.shut(shut, false);
      }
    }
  }

  /** A ray is believed where it is a valid inequality that the unit violates whatever τ is. */
  private Solution infeasible(Pose pose, int shut) {
    double[] normal = simplex.ray();
    double size = 0;
    for (int i = 0; i < normal.length; i++) {
      size = Math.max(size, Math.abs(normal[i]));
    }
    for (int i = 0; i < normal.length; i++) {
      boolean isNoise = Math.abs(normal[i]) <= Tolerance.NOISE * size;
      normal[i] = isNoise ? 0 : normal[i];
    }
    boolean isProof =
        Facet.error(frame, normal, shut) <= Tolerance.CERTIFICATE
            && Pose.product(normal, pose.direction) == 0
            && pose.isViolated(normal);
    return isProof ? Solution.infeasible(normal) : Solution.failed();
  }

  private static Solution onFacet(Facet facet, Pose pose) {
    double tau = pose.tau(facet);
    return Solution.found(
        tau, facet.basis, facet.values(pose.at(tau)), pose.prices(facet), facet.dualError);
  }

  /**
   * A facet that bounds τ here, or shows that there is none: that of the reference unit with the
   * most output for its input, or one reached from it.
   */
  private List<Facet> firstFacet(Pose pose, int shut) {
    int best = mostProductive(shut);
    if (best < 0) {
      return List.of();
    }
    double[] column = new double[frame.rows];
    for (int i = 0; i < column.length; i++) {
      column[i] = frame.columns[best * frame.rows + i] / frame.unitFactor[best];
    }
    Pose other = new Pose(frame, column, pose.orientation);
    climb(other, best, shut);
    for (double little : EASED) {
      if (latest.isEmpty() || latest.filter(pose::isTold).isPresent()) {
        break;
      }
      walk(latest.get(), pose.eased(frame, little), shut);
    }
    return latest.filter(pose::isTold).map(List::of).orElse(List.of());
  }

  private int mostProductive(int shut) {
    int out = -1;
    double most = 0;
    for (int j = 0; j < frame.units; j++) {
      double input = 0;
      double output = 0;
      for (int i = 0; i < frame.inputs + frame.outputs; i++) {
        double value = frame.columns[j * frame.rows + i];
        input += i < frame.inputs ? value : 0;
        output += i < frame.inputs ? 0 : value;
      }
      if (j != shut && output > most * input) {
        most = output / input;
        out = j;
      }
    }
    return out;
  }

  /** The unit itself with τ = 1 as a basis; empty where a column of zeros stands against it. */
  private List<Integer> crash(Pose pose, int own) {
    int input = largest(own, 0, frame.inputs);
    int output = largest(own, frame.inputs, frame.outputs);
    boolean isConstant = frame.rows == frame.inputs + frame.outputs;
    boolean isInput = pose.orientation == Orientation.INPUT;
    boolean dropsInput = isConstant || isInput;
    boolean dropsOutput = isConstant || !isInput;
    if (dropsOutput && frame.columns[own * frame.rows + output] == 0) {
      return List.of();
    }
    List<Integer> basis = new ArrayList<>(List.of(frame.count(), own));
    for (int i = 0; i < frame.inputs + frame.outputs; i++) {
      if (!(dropsInput && i == input) && !(dropsOutput && i == output)) {
        basis.add(frame.units + i);
      }
    }
    return basis;
  }

  private int largest(int own, int from, int many) {
    int out = from;
    for (int i = from; i < from + many; i++) {
      if (frame.columns[own * frame.rows + i] > frame.columns[own * frame.rows + out]) {
        out = i;
      }
    }
    return out;
  }

  private static double movingScale(Pose pose) {
    double largest = 0;
    for (double value : pose.direction) {
      largest = Math.max(largest, Math.abs(value));
    }
    return Math.scalb(1.0, -Math.getExponent(largest));
  }
}
