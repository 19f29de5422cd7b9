package org.renxing.dea;

import java.util.Arrays;

/**
 * The slacks-based measure as a linear program (Tone 2001, eq. 12): min t − (1/m) Σ S⁻/x₀ with t +
 * (1/s) Σ S⁺/y₀ = 1, t·x₀ = XΛ + S⁻, t·y₀ = YΛ − S⁺, and ΣΛ against t for returns to scale. It
 * holds the columns of some units, the unit's own, and slacks; t is the moving column.
 */
final class SlacksBasedProgram {
  private static final int LIMIT = 5_000;

  private final ScaledTechnology matrix;
  private final int[] peers;
  private final int rows;
  private final int own;
  private final double[] columns;
  private final double[] cost;
  private final LexSimplex simplex;

  /** A program over these unit columns of a matrix. */
  SlacksBasedProgram(ScaledTechnology matrix, int[] peers) {
    this.matrix = matrix;
    this.peers = peers;
    this.rows = matrix.rows + 1;
    this.own = peers.length;
    int slacks = matrix.count() - matrix.units;
    int count = peers.length + 1 + slacks;
    this.columns = new double[count * rows];
    this.cost = new double[count];
    for (int c = 0; c < count; c++) {
      if (c != own) {
        System.arraycopy(matrix.columns, source(c) * matrix.rows, columns, c * rows, matrix.rows);
      }
    }
    double[] second = new double[count];
    second[own] = 1; // among equals other peers than the unit itself
    this.simplex = new LexSimplex(rows, columns, cost, second);
  }

  /**
   * Solves for a unit within the technology.
   *
   * @param scaled as {@link ScaledTechnology#scaled} gives it
   * @return λ and slacks at τ = 1 in columns of the matrix, prices, and in {@code tau} the measure
   *     ρ; the unit's own λ is left out
   */
  Solution solve(double[] scaled) {
    load(scaled);
    if (!simplex.start(crash(scaled))
        || simplex.primal(LIMIT) != LexSimplex.End.OPTIMAL
        || !simplex.factor()) {
      return Solution.failed();
    }
    double[] normal = cleaned(simplex.normal());
    double[] values = simplex.values();
    double t = 0;
    double objective = 0;
    int size = 0;
    for (int place = 0; place < rows; place++) {
      int column = simplex.basis[place];
      boolean isMoving = column == cost.length;
      t = isMoving ? values[place] : t;
      objective += values[place] * (isMoving ? 1 : cost[column]);
      size += isMoving ? 0 : 1;
    }
    int[] used = new int[size];
    double[] amounts = new double[size];
    int at = 0;
    for (int place = 0; place < rows; place++) {
      int column = simplex.basis[place];
      if (column != cost.length && column != own) {
        used[at] = source(column);
        amounts[at++] = values[place] / t;
      }
    }
    double gap = Math.abs(objective + normal[rows - 1]);
    return Solution.found(
        objective,
        Arrays.copyOf(used, at),
        Arrays.copyOf(amounts, at),
        Arrays.copyOf(normal, matrix.rows),
        Math.max(gap, slackError(scaled, normal)));
  }

  int pivots() {
    return simplex.pivots();
  }

  private static double[] cleaned(double[] normal) {
    double largest = Arrays.stream(normal).map(Math::abs).max().orElse(0);
    return Arrays.stream(normal)
        .map(p -> Math.abs(p) <= Tolerance.NOISE * largest ? 0 : p)
        .toArray();
  }

  /** How far the prices are from what slacks may cost. */
  private double slackError(double[] scaled, double[] normal) {
    double error = 0;
    for (int i = 0; i < matrix.inputs + matrix.outputs; i++) {
      double price = i < matrix.inputs ? normal[i] : -normal[i];
      double due = i < matrix.inputs ? share(scaled, i) : -normal[rows - 1] * share(scaled, i);
      double size = Math.abs(price) + Math.abs(due);
      error = Math.max(error, size == 0 ? 0 : (due - price) / size);
    }
    return error;
  }

  private void load(double[] scaled) {
    double largest = Arrays.stream(scaled).max().orElse(1);
    double factor = Math.scalb(1.0, -Math.getExponent(largest));
    double[] moving = new double[rows];
    for (int i = 0; i < matrix.rows; i++) {
      columns[own * rows + i] = scaled[i] * factor;
      moving[i] = -scaled[i];
    }
    moving[rows - 1] = 1;
    for (int i = 0; i < matrix.inputs; i++) {
      cost[own + 1 + i] = -share(scaled, i);
    }
    for (int i = matrix.inputs; i < matrix.inputs + matrix.outputs; i++) {
      columns[(own + 1 + i) * rows + rows - 1] = share(scaled, i);
    }
    double[] right = new double[rows];
    right[rows - 1] = 1;
    simplex.load(right, moving, 1);
  }

  /** 1/(m·x₀) or 1/(s·y₀), m and s without zeros; 0 where the unit has 0: the term is left out. */
  private double share(double[] scaled, int row) {
    boolean isInput = row < matrix.inputs;
    int many = 0;
    int from = isInput ? 0 : matrix.inputs;
    for (int i = from; i < (isInput ? matrix.inputs : matrix.inputs + matrix.outputs); i++) {
      many += scaled[i] > 0 ? 1 : 0;
    }
    return scaled[row] == 0 ? 0 : 1 / (many * scaled[row]);
  }

  /** The unit itself: t = 1, its own Λ = 1, no slacks. */
  private int[] crash(double[] scaled) {
    int[] out = new int[rows];
    out[0] = cost.length;
    out[1] = own;
    int at = 2;
    int dropped = rows == matrix.inputs + matrix.outputs + 1 ? largestInput(scaled) : -1;
    for (int i = 0; i < matrix.inputs + matrix.outputs; i++) {
      if (i != dropped) {
        out[at++] = own + 1 + i;
      }
    }
    return out;
  }

  private int largestInput(double[] scaled) {
    int out = 0;
    for (int i = 1; i < matrix.inputs; i++) {
      out = scaled[i] > scaled[out] ? i : out;
    }
    return out;
  }

  /** The matrix's column of a column here. */
  private int source(int column) {
    return column < own ? peers[column] : matrix.units + column - own - 1;
  }
}
