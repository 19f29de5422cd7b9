package org.renxing.dea;

import java.util.Arrays;

/**
 * A face of the frontier by its basis: all columns of a basis but the moving one, and the normal p
 * that is 0 on them and not negative on any other. It is the same for all units and both
 * orientations: whether it is a unit's optimum shows in one product.
 */
final class Facet {
  /** Negative entries of a normal this small against its largest are rounding. */
  private static final double NOISE = 1e-12;

  final int[] basis;
  final double[] normal;

  /** How far the normal is from not negative over all units, against the terms of each product. */
  final double dualError;

  /** Takes a right-hand side on the facet to the values of the basic variables. */
  private final double[] left;

  /** The sum of each of its rows, without signs. */
  private final double[] sizes;

  /** The columns of the basis, one after the other. */
  private final double[] columns;

  private Facet(int[] basis, double[] normal, double[] left, double[] columns, double dualError) {
    this.basis = basis;
    this.normal = normal;
    this.left = left;
    this.columns = columns;
    this.dualError = dualError;
    this.sizes = new double[basis.length];
    for (int i = 0; i < left.length; i++) {
      sizes[i / normal.length] += Math.abs(left[i]);
    }
  }

  /**
   * A facet from a basis.
   *
   * @param places columns of the basis, with the moving one
   * @param normal what the simplex holds for its normal
   * @param shut a unit that is not to count, or -1
   * @return with an infinite error where the basis is singular
   */
  static Facet of(ScaledTechnology matrix, int[] places, double[] normal, int shut) {
    int k = matrix.rows;
    int[] basis = Arrays.stream(places).filter(c -> c != matrix.count()).toArray();
    double[] cleaned = clean(matrix, basis, normal);
    double[] square = new double[k * k];
    double[] columns = new double[k * (k - 1)];
    for (int i = 0; i < k; i++) {
      for (int place = 0; place < k - 1; place++) {
        columns[place * k + i] = matrix.columns[basis[place] * k + i];
        square[i * k + place] = columns[place * k + i];
      }
      square[i * k + k - 1] = cleaned[i];
    }
    double[] inverse = new double[k * k];
    boolean isRegular = Inversion.invert(square, inverse, k);
    double error = isRegular ? error(matrix, cleaned, shut) : Double.POSITIVE_INFINITY;
    return new Facet(basis, cleaned, Arrays.copyOf(inverse, k * (k - 1)), columns, error);
  }

  /** Values of the basic variables at a right-hand side; refined once. */
  double[] values(double[] right) {
    double[] out = new double[basis.length];
    add(right, out);
    double[] residual = right.clone();
    for (int place = 0; place < out.length; place++) {
      for (int i = 0; i < residual.length; i++) {
        residual[i] -= columns[place * residual.length + i] * out[place];
      }
    }
    add(residual, out);
    return out;
  }

  private void add(double[] right, double[] into) {
    for (int place = 0; place < into.length; place++) {
      for (int i = 0; i < right.length; i++) {
        into[place] += left[place * right.length + i] * right[i];
      }
    }
  }

  /** Whether all of {@link #values} are 0 or more, but for rounding. */
  boolean holds(double[] right) {
    int k = right.length;
    double largest = 0;
    for (double value : right) {
      largest = Math.max(largest, value);
    }
    for (int place = 0; place < basis.length; place++) {
      double sum = 0;
      double size = 0;
      for (int i = 0; i < k; i++) {
        double term = left[place * k + i] * right[i];
        sum += term;
        size += Math.abs(term);
      }
      if (sum < -Tolerance.TIGHT * size - Tolerance.NOISE * sizes[place] * largest) {
        return false;
      }
    }
    return true;
  }

  /** Whether a column is in the basis. */
  boolean contains(int column) {
    for (int basic : basis) {
      if (basic == column) {
        return true;
      }
    }
    return false;
  }

  /** How far a normal is from not negative over all units. */
  static double error(ScaledTechnology matrix, double[] normal, int shut) {
    int k = matrix.rows;
    double size = Arrays.stream(normal).map(Math::abs).sum();
    double error = 0;
    for (int j = 0; j < matrix.units; j++) {
      double sum = 0;
      for (int i = 0; i < k; i++) {
        sum += normal[i] * matrix.columns[j * k + i];
      }
      if (sum < 0 && j != shut) {
        error = Math.max(error, relative(sum, size, matrix, normal, j));
      }
    }
    for (int j = matrix.units; j < matrix.count(); j++) {
      int row = matrix.slackRow(j);
      error = Math.max(error, -normal[row] * matrix.columns[j * k + row] / size);
    }
    return error;
  }

  private static double relative(
      double sum, double size, ScaledTechnology matrix, double[] normal, int unit) {
    double terms = 0;
    for (int i = 0; i < matrix.rows; i++) {
      terms += Math.abs(normal[i] * matrix.columns[unit * matrix.rows + i]);
    }
    return terms == 0 || size == 0 ? 0 : -sum / terms;
  }

  /** Exactly 0 on basic slacks and where rounding is all there is; no small negative price. */
  private static double[] clean(ScaledTechnology matrix, int[] basis, double[] normal) {
    double[] out = normal.clone();
    double largest = Arrays.stream(out).map(Math::abs).max().orElse(0);
    for (int column : basis) {
      if (column >= matrix.units) {
        out[matrix.slackRow(column)] = 0;
      }
    }
    for (int j = matrix.units; j < matrix.count(); j++) {
      int row = matrix.slackRow(j);
      double price = out[row] * matrix.columns[j * matrix.rows + row];
      if (price <= Tolerance.NOISE * largest && price > -NOISE * largest) {
        out[row] = 0;
      }
    }
    for (int i = matrix.inputs + matrix.outputs; i < out.length; i++) {
      out[i] = Math.abs(out[i]) <= Tolerance.NOISE * largest ? 0 : out[i];
    }
    return out;
  }
}
