package org.renxing.dea;

import java.util.Arrays;

/**
 * A basis of a program of few rows and many columns, with its inverse and its prices in two costs.
 * One column moves with the unit that is asked for; its variable is free and stands in every basis.
 */
class Basis {
  private static final int REFACTOR_EVERY = 40;

  final int rows;
  final int count;
  final double[] columns;
  private final double[] secondCost;
  final double[] firstCost;
  final boolean[] isShut;
  private final double[] moving;
  private double movingCost;
  double firstSize;
  double secondSize;

  /** Column of each place in the basis; the moving column is {@code count}. */
  final int[] basis;

  final boolean[] isBasic;
  private final double[] matrix;
  final double[] inverse;
  final double[] right;
  final double[] z;
  final double[] first;
  final double[] second;

  /** A column in terms of the basis. */
  final double[] work;

  private int pivots;
  private int sinceFactored;

  /**
   * No basis yet, over one set of columns.
   *
   * @param columns one after the other, each of so many rows; kept, not copied
   * @param firstCost what comes first; all zero but for the moving column in radial models
   * @param secondCost what decides among equals
   */
  Basis(int rows, double[] columns, double[] firstCost, double[] secondCost) {
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
  void load(double[] rightSide, double[] movingColumn, double cost) {
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

  /**
   * Minus the prices of the first phase: not negative on any column without cost. Refined once, so
   * that they are right against the terms of each sum.
   */
  double[] normal() {
    prices();
    double[] out = new double[rows];
    for (int i = 0; i < rows; i++) {
      out[i] = -first[i];
    }
    for (int place = 0; place < rows; place++) {
      int column = basis[place];
      double residual = column == count ? movingCost : firstCost[column];
      for (int i = 0; i < rows; i++) {
        residual -= first[i] * at(column, i);
      }
      for (int i = 0; i < rows; i++) {
        out[i] -= residual * inverse[place * rows + i];
      }
    }
    return out;
  }

  /** Values of the basic variables, by place; refined once. */
  double[] values() {
    values(z);
    double[] out = z.clone();
    for (int i = 0; i < rows; i++) {
      double residual = right[i];
      for (int place = 0; place < rows; place++) {
        residual -= at(basis[place], i) * z[place];
      }
      for (int place = 0; place < rows; place++) {
        out[place] += inverse[place * rows + i] * residual;
      }
    }
    return out;
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

  /** Puts a column in the place of another; false where that leaves the basis singular. */
  boolean exchange(int leaving, int entering) {
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

  /** Prices of the rows in both costs. */
  void prices() {
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

  /** Values of the basic variables, with rounding cleared. */
  void values(double[] into) {
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

  /** What a column would cost less in the second cost, with a minus. */
  double secondGain(int column) {
    double gain = secondCost[column];
    for (int i = 0; i < rows; i++) {
      gain -= second[i] * columns[column * rows + i];
    }
    return gain;
  }

  /** The sum of the terms of a product, without signs. */
  double size(double[] vector, int from, int at) {
    double out = 0;
    for (int i = 0; i < rows; i++) {
      out += Math.abs(vector[from + i] * columns[at + i]);
    }
    return out;
  }

  /** Up to here a gain in the first cost is rounding. */
  double firstSlight(int column) {
    double size = size(first, 0, column * rows) + Math.abs(firstCost[column]);
    return Tolerance.TIGHT * size + Tolerance.NOISE * firstSize + Double.MIN_NORMAL;
  }

  /** Up to here a gain in the second cost is rounding. */
  double secondSlight(int column) {
    double size = size(second, 0, column * rows) + Math.abs(secondCost[column]);
    return Tolerance.TIGHT * size + Tolerance.NOISE * secondSize + Double.MIN_NORMAL;
  }
}
