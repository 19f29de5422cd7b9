package org.renxing.dea;

import java.util.Arrays;

/**
 * A revised simplex for programs of few rows and many columns, with two costs of which the first
 * comes wholly before the second: the two phases of a radial model in one solve, as with an ε that
 * is smaller than any number (Charnes, Cooper and Rhodes 1979). Minimise cost·z, columns·z = b, z ≥
 * 0, but the moving column's variable is free, stands in every basis, and never leaves it.
 *
 * <p>Tolerances are relative to the terms of the sum that is tested. Nothing here is trusted: see
 * {@link Certificate}.
 */
final class LexSimplex {
  private static final int REFACTOR_EVERY = 40;
  private static final int STALL = 60;

  /** How a solve ended. */
  enum End {
    OPTIMAL,
    INFEASIBLE,
    FAILED
  }

  private final int rows;
  private final int count;
  private final double[] columns;
  private final double[] secondCost;
  private final double[] firstCost;
  private final boolean[] isShut;
  private final double[] moving;
  private double movingCost;
  private double firstSize;
  private double secondSize;

  /** Column of each place in the basis; the moving column is {@code count}. */
  final int[] basis;

  private final boolean[] isBasic;
  private final double[] matrix;
  final double[] inverse;
  private final double[] right;
  private final double[] z;
  private final double[] first;
  private final double[] second;
  private final double[] work;
  private double[] ray = {};
  private int pivots;
  private int sinceFactored;

  /**
   * A solver for one set of columns.
   *
   * @param columns one after the other, each of so many rows; kept, not copied
   * @param firstCost what comes first; all zero but for the moving column in radial models
   * @param secondCost what decides among equals
   */
  LexSimplex(int rows, double[] columns, double[] firstCost, double[] secondCost) {
    this.rows = rows;
    this.count = secondCost.length;
    this.columns = columns;
    this.firstCost = firstCost;
    this.secondCost = secondCost;
    this.isShut = new boolean[count];
    this.moving = new double[rows];
    this.basis = new int[rows];
    this.isBasic = new boolean[count + 1];
    this.matrix = new double[rows * rows];
    this.inverse = new double[rows * rows];
    this.right = new double[rows];
    this.z = new double[rows];
    this.first = new double[rows];
    this.second = new double[rows];
    this.work = new double[rows];
  }

  /** Sets the right-hand side, the moving column and its cost in the first phase. */
  void pose(double[] rightSide, double[] movingColumn, double cost) {
    System.arraycopy(rightSide, 0, right, 0, rows);
    System.arraycopy(movingColumn, 0, moving, 0, rows);
    movingCost = cost;
  }

  /** Keeps a column out of bases, or lets it in again. */
  void shut(int column, boolean isOut) {
    isShut[column] = isOut;
  }

  /** Pivots since this solver was made. */
  int pivots() {
    return pivots;
  }

  /** The combination of rows that shows a program infeasible, from the last solve. */
  double[] ray() {
    return ray.clone();
  }

  /** Minus the prices of the first phase: not negative on any column without cost. */
  double[] normal() {
    prices();
    double[] out = new double[rows];
    for (int i = 0; i < rows; i++) {
      out[i] = -first[i];
    }
    return out;
  }

  /** Values of the basic variables, by place. */
  double[] values() {
    values(z);
    return z.clone();
  }

  /** Takes a basis; false where it is singular. */
  boolean start(int[] columnsOfBasis) {
    Arrays.fill(isBasic, false);
    System.arraycopy(columnsOfBasis, 0, basis, 0, rows);
    for (int column : basis) {
      isBasic[column] = true;
    }
    return factor();
  }

  /** From a basis that no column can better: until its values are not negative. */
  End dual(int limit) {
    for (int step = 0; step < limit; step++) {
      int leaving = mostNegative();
      if (leaving < 0) {
        return End.OPTIMAL;
      }
      int entering = dualEntering(leaving);
      if (entering < 0) {
        ray = Arrays.copyOfRange(inverse, leaving * rows, (leaving + 1) * rows);
        return End.INFEASIBLE;
      }
      if (!exchange(leaving, entering)) {
        return End.FAILED;
      }
    }
    return End.FAILED;
  }

  /** From a basis whose values are not negative: until no column betters it. */
  End primal(int limit) {
    int stalled = 0;
    for (int step = 0; step < limit; step++) {
      boolean isCareful = stalled > STALL;
      int entering = primalEntering(isCareful);
      if (entering < 0) {
        return End.OPTIMAL;
      }
      int leaving = primalLeaving(entering, isCareful);
      if (leaving < 0) {
        return End.FAILED;
      }
      stalled = z[leaving] > 0 ? 0 : stalled + 1;
      if (!exchange(leaving, entering)) {
        return End.FAILED;
      }
    }
    return End.FAILED;
  }

  /** Inverts the basis afresh. */
  boolean factor() {
    for (int place = 0; place < rows; place++) {
      for (int i = 0; i < rows; i++) {
        matrix[i * rows + place] = at(basis[place], i);
      }
    }
    sinceFactored = 0;
    return Inversion.invert(matrix, inverse, rows);
  }

  private double at(int column, int row) {
    return column == count ? moving[row] : columns[column * rows + row];
  }

  /** The place of the most negative value against its terms, or -1. */
  private int mostNegative() {
    int out = -1;
    double worst = -Tolerance.TIGHT;
    double largest = 0;
    for (double value : right) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int place = 0; place < rows; place++) {
      if (basis[place] == count) {
        continue;
      }
      double sum = 0;
      double size = 0;
      double whole = 0;
      for (int i = 0; i < rows; i++) {
        double term = inverse[place * rows + i] * right[i];
        sum += term;
        size += Math.abs(term);
        whole += Math.abs(inverse[place * rows + i]);
      }
      if (sum < worst * size && sum < -Tolerance.NOISE * whole * largest) {
        worst = sum / size;
        out = place;
      }
    }
    return out;
  }

  /** The column that keeps all others unable to better; ties by the second cost, then by size. */
  private int dualEntering(int leaving) {
    prices();
    int out = -1;
    double best = Double.POSITIVE_INFINITY;
    double bestSecond = 0;
    double bestSize = 0;
    int from = leaving * rows;
    double whole = 0;
    for (int i = 0; i < rows; i++) {
      whole += Math.abs(inverse[from + i]);
    }
    for (int j = 0; j < count; j++) {
      int at = j * rows;
      double alpha = 0;
      double gain = firstCost[j];
      for (int i = 0; i < rows; i++) {
        double a = columns[at + i];
        alpha += inverse[from + i] * a;
        gain -= first[i] * a;
      }
      double slight = 4 * Tolerance.TIGHT * (firstSize + Math.abs(firstCost[j]));
      if (alpha >= 0 || gain > slight - alpha * best || isBasic[j] || isShut[j]) {
        continue;
      }
      if (-alpha <= 10 * Tolerance.NOISE * whole
          || -alpha <= Tolerance.PIVOT * size(inverse, from, at)) {
        continue;
      }
      boolean isTight = gain <= slight && gain <= firstSlight(j);
      double ratio = isTight ? 0 : gain / -alpha;
      double ratioSecond = isTight ? Math.max(0, secondGain(j)) / -alpha : 0;
      boolean isBetter =
          ratio < best
              || (ratio == best && ratioSecond < bestSecond)
              || (ratio == best && ratioSecond == bestSecond && -alpha > bestSize);
      if (isBetter) {
        out = j;
        best = ratio;
        bestSecond = ratioSecond;
        bestSize = -alpha;
      }
    }
    return out;
  }

  /** The column that betters most against its terms, in the first cost before the second. */
  private int primalEntering(boolean isCareful) {
    prices();
    int out = -1;
    boolean isOutFirst = false;
    double best = -1;
    for (int j = 0; j < count; j++) {
      int at = j * rows;
      double gain = firstCost[j];
      for (int i = 0; i < rows; i++) {
        gain -= first[i] * columns[at + i];
      }
      if (gain > 4 * Tolerance.TIGHT * (firstSize + Math.abs(firstCost[j]))
          || isBasic[j]
          || isShut[j]) {
        continue;
      }
      double slight = firstSlight(j);
      boolean isFirst = gain < -slight;
      double relative = gain / slight;
      if (!isFirst) {
        if (gain > slight || isOutFirst) {
          continue;
        }
        relative = secondGain(j) / secondSlight(j);
      }
      if ((isFirst && !isOutFirst) || relative < best) {
        out = j;
        isOutFirst = isFirst;
        best = relative;
        if (isCareful) {
          return out;
        }
      }
    }
    return out;
  }

  private int primalLeaving(int entering, boolean isCareful) {
    values(z);
    for (int place = 0; place < rows; place++) {
      double sum = 0;
      double size = 0;
      double whole = 0;
      for (int i = 0; i < rows; i++) {
        double factor = inverse[place * rows + i];
        double term = factor * columns[entering * rows + i];
        sum += term;
        size += Math.abs(term);
        whole += Math.abs(factor);
      }
      boolean isSlight = sum <= Tolerance.PIVOT * size || sum <= 10 * Tolerance.NOISE * whole;
      work[place] = isSlight ? 0 : sum;
    }
    int out = -1;
    double best = Double.POSITIVE_INFINITY;
    for (int place = 0; place < rows; place++) {
      if (basis[place] == count || work[place] == 0) {
        continue;
      }
      double ratio = Math.max(0, z[place]) / work[place];
      boolean isTie = ratio == best;
      boolean wins = isCareful ? basis[place] < basis[Math.max(0, out)] : isLarger(place, out);
      if (ratio < best || (isTie && wins)) {
        best = ratio;
        out = place;
      }
    }
    return out;
  }

  private boolean isLarger(int place, int other) {
    return other < 0 || work[place] > work[other];
  }

  private boolean exchange(int leaving, int entering) {
    for (int place = 0; place < rows; place++) {
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += inverse[place * rows + i] * columns[entering * rows + i];
      }
      work[place] = sum;
    }
    isBasic[basis[leaving]] = false;
    isBasic[entering] = true;
    basis[leaving] = entering;
    pivots++;
    if (++sinceFactored >= REFACTOR_EVERY) {
      return factor();
    }
    double pivot = work[leaving];
    for (int i = 0; i < rows; i++) {
      inverse[leaving * rows + i] /= pivot;
    }
    for (int place = 0; place < rows; place++) {
      double factor = work[place];
      if (place == leaving || factor == 0) {
        continue;
      }
      for (int i = 0; i < rows; i++) {
        inverse[place * rows + i] -= factor * inverse[leaving * rows + i];
      }
    }
    return true;
  }

  private void prices() {
    firstSize = 0;
    secondSize = 0;
    for (int i = 0; i < rows; i++) {
      double one = 0;
      double two = 0;
      for (int place = 0; place < rows; place++) {
        int column = basis[place];
        double factor = inverse[place * rows + i];
        one += factor * (column == count ? movingCost : firstCost[column]);
        two += factor * (column == count ? 0 : secondCost[column]);
      }
      first[i] = one;
      second[i] = two;
      firstSize += Math.abs(one);
      secondSize += Math.abs(two);
    }
  }

  private void values(double[] into) {
    for (int place = 0; place < rows; place++) {
      double sum = 0;
      double size = 0;
      for (int i = 0; i < rows; i++) {
        double term = inverse[place * rows + i] * right[i];
        sum += term;
        size += Math.abs(term);
      }
      into[place] = Math.abs(sum) <= Tolerance.TIGHT * size ? 0 : sum;
    }
  }

  private double secondGain(int column) {
    double gain = secondCost[column];
    for (int i = 0; i < rows; i++) {
      gain -= second[i] * columns[column * rows + i];
    }
    return gain;
  }

  private double size(double[] vector, int from, int at) {
    double out = 0;
    for (int i = 0; i < rows; i++) {
      out += Math.abs(vector[from + i] * columns[at + i]);
    }
    return out;
  }

  /** Up to here a gain in the first cost is rounding. */
  private double firstSlight(int column) {
    double size = size(first, 0, column * rows) + Math.abs(firstCost[column]);
    return Tolerance.TIGHT * size + Tolerance.NOISE * firstSize + Double.MIN_NORMAL;
  }

  private double secondSlight(int column) {
    double size = size(second, 0, column * rows) + Math.abs(secondCost[column]);
    return Tolerance.TIGHT * size + Tolerance.NOISE * secondSize + Double.MIN_NORMAL;
  }
}
