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

  private final ScaledTechnology matrix;
  private final FacetCache cache;
  private final LexSimplex simplex;
  private int solves;
  private Optional<Facet> latest = Optional.empty();

  RadialSolver(ScaledTechnology matrix) {
    this.matrix = matrix;
    this.cache = new FacetCache(matrix);
    this.simplex =
        new LexSimplex(
            matrix.rows, matrix.columns, new double[matrix.count()], matrix.slackCost.clone());
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
  Solution solve(RadialProblem problem, int own, int shut) {
    int present = shut >= 0 ? -1 : own;
    for (Facet facet : cache.facetsOf(present)) {
      if (problem.isBound(facet)) {
        return onFacet(facet, problem);
      }
    }
    for (Facet facet : cache.binding(problem, shut)) {
      Solution solution = from(facet, problem, shut);
      if (solution.end != Solution.End.FAILED) {
        return solution;
      }
    }
    for (Facet facet : firstFacet(problem, shut)) {
      Solution solution = from(facet, problem, shut);
      if (solution.end != Solution.End.FAILED) {
        return solution;
      }
    }
    return present < 0 ? Solution.failed() : climb(problem, present, shut);
  }

  private Solution from(Facet facet, RadialProblem problem, int shut) {
    if (!problem.isBound(facet)) {
      return Solution.infeasible(facet.normal);
    }
    return facet.holds(problem.at(problem.tau(facet)))
        ? onFacet(facet, problem)
        : walk(facet, problem, shut);
  }

  /** From a facet to the unit's own. */
  private Solution walk(Facet from, RadialProblem problem, int shut) {
    int[] basis = new int[matrix.rows];
    basis[0] = matrix.count();
    System.arraycopy(from.basis, 0, basis, 1, from.basis.length);
    return run(problem, basis, shut, true);
  }

  /** From the unit's own column up to the frontier. */
  private Solution climb(RadialProblem problem, int own, int shut) {
    List<Integer> basis = crash(problem, own);
    return basis.isEmpty()
        ? Solution.failed()
        : run(problem, basis.stream().mapToInt(Integer::intValue).toArray(), shut, false);
  }

  private Solution run(RadialProblem problem, int[] basis, int shut, boolean isDual) {
    solves++;
    latest = Optional.empty();
    double scale = movingScale(problem);
    double[] moving = new double[matrix.rows];
    for (int i = 0; i < moving.length; i++) {
      moving[i] = -problem.direction[i] * scale;
    }
    simplex.load(problem.base, moving, problem.sign * scale);
    if (shut >= 0) {
      simplex.shut(shut, true);
    }
    try {
      if (!simplex.start(basis)) {
        return Solution.failed();
      }
      LexSimplex.End end = isDual ? simplex.dual(LIMIT) : LexSimplex.End.OPTIMAL;
      if (end == LexSimplex.End.INFEASIBLE) {
        return infeasible(problem, shut);
      }
      if (end == LexSimplex.End.FAILED
          || simplex.primal(LIMIT) != LexSimplex.End.OPTIMAL
          || !simplex.factor()) {
        return Solution.failed();
      }
      Facet facet = Facet.of(matrix, simplex.basis, simplex.normal(), shut);
      if (facet.dualError > Tolerance.CERTIFICATE
          || !problem.isBound(facet)
          || !facet.holds(problem.at(problem.tau(facet)))) {
        return Solution.failed();
      }
      if (shut < 0) {
        cache.add(facet);
      }
      latest = Optional.of(facet);
      return onFacet(facet, problem);
    } finally {
      if (shut >= 0) {
        simplex.shut(shut, false);
      }
    }
  }

  /** A ray is believed where it is a valid inequality that the unit violates whatever τ is. */
  private Solution infeasible(RadialProblem problem, int shut) {
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
        Facet.error(matrix, normal, shut) <= Tolerance.CERTIFICATE
            && RadialProblem.product(normal, problem.direction) == 0
            && problem.isViolated(normal);
    return isProof ? Solution.infeasible(normal) : Solution.failed();
  }

  private static Solution onFacet(Facet facet, RadialProblem problem) {
    double tau = problem.tau(facet);
    return Solution.found(
        tau, facet.basis, facet.values(problem.at(tau)), problem.prices(facet), facet.dualError);
  }

  /**
   * A facet that bounds τ here, or shows that there is none: that of the reference unit with the
   * most output for its input, or one reached from it.
   */
  private List<Facet> firstFacet(RadialProblem problem, int shut) {
    int best = mostProductive(shut);
    if (best < 0) {
      return List.of();
    }
    double[] column = new double[matrix.rows];
    for (int i = 0; i < column.length; i++) {
      column[i] = matrix.columns[best * matrix.rows + i] / matrix.unitFactor[best];
    }
    RadialProblem other = new RadialProblem(matrix, column, problem.orientation);
    climb(other, best, shut);
    for (double little : EASED) {
      if (latest.isEmpty() || latest.filter(problem::isTold).isPresent()) {
        break;
      }
      walk(latest.get(), problem.eased(matrix, little), shut);
    }
    return latest.filter(problem::isTold).map(List::of).orElse(List.of());
  }

  private int mostProductive(int shut) {
    int out = -1;
    double most = 0;
    for (int j = 0; j < matrix.units; j++) {
      double input = 0;
      double output = 0;
      for (int i = 0; i < matrix.inputs + matrix.outputs; i++) {
        double value = matrix.columns[j * matrix.rows + i];
        input += i < matrix.inputs ? value : 0;
        output += i < matrix.inputs ? 0 : value;
      }
      if (j != shut && output > most * input) {
        most = output / input;
        out = j;
      }
    }
    return out;
  }

  /** The unit itself with τ = 1 as a basis; empty where a column of zeros stands against it. */
  private List<Integer> crash(RadialProblem problem, int own) {
    int input = largest(own, 0, matrix.inputs);
    int output = largest(own, matrix.inputs, matrix.outputs);
    boolean isConstant = matrix.rows == matrix.inputs + matrix.outputs;
    boolean isInput = problem.orientation == Orientation.INPUT;
    boolean dropsInput = isConstant || isInput;
    boolean dropsOutput = isConstant || !isInput;
    if (dropsOutput && matrix.columns[own * matrix.rows + output] == 0) {
      return List.of();
    }
    List<Integer> basis = new ArrayList<>(List.of(matrix.count(), own));
    for (int i = 0; i < matrix.inputs + matrix.outputs; i++) {
      if (!(dropsInput && i == input) && !(dropsOutput && i == output)) {
        basis.add(matrix.units + i);
      }
    }
    return basis;
  }

  private int largest(int own, int from, int many) {
    int out = from;
    for (int i = from; i < from + many; i++) {
      if (matrix.columns[own * matrix.rows + i] > matrix.columns[own * matrix.rows + out]) {
        out = i;
      }
    }
    return out;
  }

  private static double movingScale(RadialProblem problem) {
    double largest = 0;
    for (double value : problem.direction) {
      largest = Math.max(largest, Math.abs(value));
    }
    return Math.scalb(1.0, -Math.getExponent(largest));
  }
}
