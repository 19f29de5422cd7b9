package org.renxing.geo;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * The plane in which areas are true: Lambert's cylindrical equal-area projection of the WGS84
 * ellipsoid with the equator as its line of true scale, in kilometres. x = a λ and y = a q(φ)/2
 * with q = (1 − e²)(sin φ/(1 − e² sin² φ) − ln((1 − e sin φ)/(1 + e sin φ))/(2e)) (Snyder 1987, eq.
 * 3-12, 10-14 and 10-15 with k₀ = 1). Meridians and parallels are straight lines of the plane.
 * Other edges are taken as straight in the plane, so that an area and its parts agree.
 *
 * <p>All areas and points are put on a grid of a thousandth of a millimetre before they are
 * compared, so that a point given as a corner of a unit is at that corner.
 */
public final class EqualArea {
  /** Semi-major axis of WGS84 in kilometres. */
  public static final double A = 6378.137;

  private static final double FLATTENING = 1 / 298.257223563;
  private static final double E2 = FLATTENING * (2 - FLATTENING);
  private static final double E = Math.sqrt(E2);

  /** Steps of the grid in one kilometre. */
  public static final double GRID = 1e9;

  private EqualArea() {}

  /** x of a longitude in degrees. */
  public static double x(double lon) {
    return A * Math.toRadians(lon);
  }

  /** y of a latitude in degrees. */
  public static double y(double lat) {
    return A / 2 * q(Math.sin(Math.toRadians(lat)));
  }

  private static double q(double sine) {
    double term = sine / (1 - E2 * (sine * sine));
    double logarithm = StrictMath.log((1 - E * sine) / (1 + E * sine));
    return (1 - E2) * (term - logarithm / (2 * E));
  }

  /** The longitude of an x. */
  public static double lon(double x) {
    return Math.toDegrees(x / A);
  }

  /** The latitude of a y, by Newton's iteration (Snyder 1987, eq. 3-16); 90 beyond the poles. */
  public static double lat(double y) {
    double q = 2 * y / A;
    double pole = q(1);
    if (Math.abs(q) >= pole) {
      return Math.copySign(90, q);
    }
    double sine = q / pole;
    for (int i = 0; i < 50; i++) {
      double one = 1 - E2 * (sine * sine);
      // dq/d(sin φ) = 2(1 − e²)/(1 − e² sin² φ)²
      double step = (q - q(sine)) * one * one / (2 * (1 - E2));
      sine = Math.max(-1, Math.min(1, sine + step));
      if (Math.abs(step) < 1e-16) {
        break;
      }
    }
    return Math.toDegrees(Math.asin(sine));
  }

  /** The area in km² of the cell between two meridians and two parallels, in degrees. */
  public static double cell(double west, double south, double east, double north) {
    return (x(east) - x(west)) * (y(north) - y(south));
  }

  /** A coordinate of the plane, put on the grid. */
  public static double onGrid(double value) {
    return Math.rint(value * GRID) / GRID;
  }

  /** A geometry in degrees, put into the plane and on its grid. */
  static Geometry project(Geometry degrees) {
    return moved(degrees, true);
  }

  /** A geometry of the plane, in degrees. */
  static Geometry unproject(Geometry plane) {
    return moved(plane, false);
  }

  private static Geometry moved(Geometry geometry, boolean isForward) {
    Geometry out = geometry.copy();
    out.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence places, int i) {
            double first = places.getX(i);
            double second = places.getY(i);
            places.setOrdinate(i, 0, isForward ? onGrid(x(first)) : lon(first));
            places.setOrdinate(i, 1, isForward ? onGrid(y(second)) : lat(second));
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    out.geometryChanged();
    return out;
  }
}
