package org.renxing.dea;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Solutions in the units of the columns. The one place where rounding is cleared away. */
final class Projector {
  /** Where a row holds zeros only, rounding of this size against the other rows. */
  private static final double FLOOR = 2e-13;

  private final ScaledTechnology matrix;

  Projector(ScaledTechnology matrix) {
    this.matrix = matrix;
  }

  /**
   * The solution with λ and slacks of rounding's size, against the terms of their rows, set to 0.
   */
  Solution cleared(RadialProblem problem, Solution raw) {
    double[] size = new double[matrix.rows];
    for (int i = 0; i < size.length; i++) {
      size[i] = Math.abs(problem.base[i]) + Math.abs(raw.tau * problem.direction[i]);
    }
    double[] values = raw.values.clone();
    double floor = 0;
    for (int c = 0; c < values.length; c++) {
      for (int i = 0; i < size.length && raw.columns[c] < matrix.units; i++) {
        size[i] += Math.abs(matrix.columns[raw.columns[c] * matrix.rows + i] * values[c]);
        floor = Math.max(floor, FLOOR * size[i]);
      }
    }
    for (int c = 0; c < values.length; c++) {
      int at = raw.columns[c] * matrix.rows;
      boolean isSlight = true;
      for (int i = 0; i < size.length; i++) {
        isSlight &=
            Math.abs(matrix.columns[at + i] * values[c]) <= Tolerance.SLACK * size[i] + floor;
      }
      values[c] = isSlight ? 0 : values[c];
    }
    return Solution.found(raw.tau, raw.columns, values, raw.prices, raw.dualError);
  }

  /** Slacks, targets, multipliers and peers of one unit. */
  Projection project(Observations set, int row, RadialProblem problem, Solution solution) {
    int width = matrix.inputs + matrix.outputs;
    double[] slacks = new double[width];
    double[] targets = new double[width];
    double[] multipliers = new double[width];
    for (int i = 0; i < width; i++) {
      slacks[i] = solution.value(matrix.units + i) / matrix.rowFactor[i];
      boolean isInput = i < matrix.inputs;
      boolean moves = isInput == (problem.orientation == Orientation.INPUT);
      double radial = set.value(row, i) * (moves ? solution.tau : 1);
      targets[i] = isInput ? Math.max(0, radial - slacks[i]) : radial + slacks[i];
      multipliers[i] = (isInput ? 1 : -1) * solution.prices[i] * matrix.rowFactor[i] + 0.0;
    }
    double free = matrix.rows > width ? -solution.prices[width] + 0.0 : 0;
    return new Projection(matrix.inputs, slacks, targets, multipliers, free, peers(solution, 1));
  }

  /** The peers with their λ, by key; each value is multiplied by a factor. */
  Peer[] peers(Solution solution, double factor) {
    List<Peer> out = new ArrayList<>();
    for (int c = 0; c < solution.columns.length; c++) {
      int column = solution.columns[c];
      if (column < matrix.units && solution.values[c] > 0) {
        double lambda = solution.values[c] * matrix.unitFactor[column] * factor;
        out.add(new Peer(matrix.key(column), lambda));
      }
    }
    out.sort(Comparator.comparing(Peer::unit));
    return out.toArray(Peer[]::new);
  }
}
