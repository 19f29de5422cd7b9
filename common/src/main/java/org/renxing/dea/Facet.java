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
  static Facet of(Frame frame, int[] places, double[] normal, int shut) {
    int k = frame.rows;
    int[] basis = Arrays.stream(places).filter(c -> c != frame.count()).toArray();
    double[] cleaned = clean(frame, basis, normal);
    double[] matrix = new double[k * k];
    double[] columns = new double[k * (k - 1)];
    for (int i = 0; i < k; i++) {
      for (int place = 0; place < k - 1; place++) {
        columns[place * k + i] = frame.columns[basis[place] * k + i];
        matrix[i * k + place] = columns[place * k + i];
      }
      matrix[i * k + k - 1] = cleaned[i];
    }
    double[] inverse = new double[k * k];
    boolean isRegular = Inversion.invert(matrix, inverse, k);
    double error = isRegular ? error(frame, cleaned, shut) : Double.POSITIVE_INFINITY;
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
  static double error(Frame frame, double[] normal, int shut) {
    int k = frame.rows;
    double size = Arrays.stream(normal).map(Math::abs).sum();
    double error = 0;
    for (int j = 0; j < frame.units; j++) {
      double sum = 0;
      for (int i = 0; i < k; i++) {
        sum += normal[i] * frame.columns[j * k + i];
      }
      if (sum < 0 && j != shut) {
        error = Math.max(error, relative(sum, size, frame, normal, j));
      }
    }
    for (int j = frame.units; j < frame.count(); j++) {
      int row = frame.slackRow(j);
      error = Math.max(error, -normal[row] * frame.columns[j * k + row] / size);
    }
    return error;
  }

  private static double relative(double sum, double size, Frame frame, double[] normal, int unit) {
    double terms = 0;
    for (int i = 0; i < frame.rows; i++) {
      terms += Math.abs(normal[i] * frame.columns[unit * frame.rows + i]);
    }
    return terms == 0 || size == 0 ? 0 : -sum / terms;
  }

  /** Exactly 0 on basic slacks and where rounding is all there is; no small negative price. */
  private static double[] clean(Frame frame, int[] basis, double[] normal) {
    double[] out = normal.clone();
    double largest = Arrays.stream(out).map(Math::abs).max().orElse(0);
    for (int column : basis) {
      if (column >= frame.units) {
        out[frame.slackRow(column)] = 0;
      }
    }
    for (int j = frame.units; j < frame.count(); j++) {
      int row = frame.slackRow(j);
      double price = out[row] * frame.columns[j * frame.rows + row];
      if (price <= Tolerance.NOISE * largest && price > -NOISE * largest) {
        out[row] = 0;
      }
    }
    for (int i = frame.inputs + frame.outputs; i < out.length; i++) {
      out[i] = Math.abs(out[i]) <= Tolerance.NOISE * largest ? 0 : out[i];
    }
    return out;
  }
}
