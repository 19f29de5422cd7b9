package org.renxing.dea;

/**
 * The radial efficiency of one unit as a linear program over a {@link ScaledTechnology}: how far
 * may τ go in Σ λ·a + slacks = base + τ · direction. Input: base (0, y, 1), direction (x, 0, 0),
 * the least τ. Output: base (x, 0, 1), direction (0, y, 0), the largest τ.
 */
final class RadialProblem {
  /** A product this far below 0 against its terms is a violation. */
  private static final double BEYOND = 1e-9;

  final Orientation orientation;

  /** 1 where τ is made small, -1 where it is made large. */
  final int sign;

  final double[] base;
  final double[] direction;

  RadialProblem(ScaledTechnology matrix, double[] scaled, Orientation orientation) {
    this.orientation = orientation;
    this.sign = orientation == Orientation.INPUT ? 1 : -1;
    this.base = new double[matrix.rows];
    this.direction = new double[matrix.rows];
    for (int i = 0; i < matrix.rows; i++) {
      boolean moves =
          orientation == Orientation.INPUT
              ? i < matrix.inputs
              : i >= matrix.inputs && i < matrix.inputs + matrix.outputs;
      (moves ? direction : base)[i] = scaled[i];
    }
  }

  private RadialProblem(RadialProblem other, double[] direction) {
    this.orientation = other.orientation;
    this.sign = other.sign;
    this.base = other.base;
    this.direction = direction;
  }

  /** The same with a little in place of zeros among what moves: near this one, but bounded. */
  RadialProblem eased(ScaledTechnology matrix, double little) {
    double[] out = direction.clone();
    int from = orientation == Orientation.INPUT ? 0 : matrix.inputs;
    int to = orientation == Orientation.INPUT ? matrix.inputs : matrix.inputs + matrix.outputs;
    for (int i = from; i < to; i++) {
      out[i] = out[i] == 0 ? little : out[i];
    }
    return new RadialProblem(this, out);
  }

  /** Whether the facet says something of τ, or that there is none. */
  boolean isTold(Facet facet) {
    return isBound(facet) || isBeyond(facet);
  }

  /** The right-hand side at τ. */
  double[] at(double tau) {
    double[] out = new double[base.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = base[i] + tau * direction[i];
    }
    return out;
  }

  /** τ on a facet. */
  double tau(Facet facet) {
    return -product(facet.normal, base) / product(facet.normal, direction);
  }

  /** The facet's normal as prices: 1 on the direction, or -1 where τ is made large. */
  double[] prices(Facet facet) {
    double[] out = facet.normal.clone();
    double size = sign * product(out, direction);
    for (int i = 0; i < out.length; i++) {
      out[i] /= size;
    }
    return out;
  }

  /** Whether the facet bounds τ. */
  boolean isBound(Facet facet) {
    return sign * product(facet.normal, direction) > 0;
  }

  /** Whether the unit violates the facet whatever τ is. */
  boolean isBeyond(Facet facet) {
    return !isBound(facet) && isViolated(facet.normal);
  }

  /** Whether a normal that does not bound τ has a product with the base that is clearly below 0. */
  boolean isViolated(double[] normal) {
    double sum = 0;
    double size = 0;
    for (int i = 0; i < base.length; i++) {
      sum += normal[i] * base[i];
      size += Math.abs(normal[i] * base[i]);
    }
    return sum < -BEYOND * size;
  }

  static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
