package org.renxing.space;

import java.util.Arrays;

/**
 * Where units lie: on a plane, or on the globe by longitude and latitude in degrees. Distances are
 * in the unit of the coordinates on a plane and in kilometres on the globe.
 */
public final class Places {
  private static final double KILOMETRE = 1000;

  private final double[] x;
  private final double[] y;
  private final boolean isGlobe;

  /** Distances between units, where they are kept: of each to those before it. */
  private final double[][] known;

  private Places(double[] x, double[] y, boolean isGlobe) {
    this(x, y, isGlobe, new double[0][]);
  }

  private Places(double[] x, double[] y, boolean isGlobe, double[][] known) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " x and " + y.length + " y");
    }
    this.x = x.clone();
    this.y = y.clone();
    this.isGlobe = isGlobe;
    this.known = known;
  }

  /** The same places, their distances computed once and kept: n²/2 numbers. */
  Places measured() {
    double[][] all = new double[x.length][];
    for (int a = 0; a < all.length; a++) {
      all[a] = new double[a];
      for (int b = 0; b < a; b++) {
        all[a][b] = between(b, a);
      }
    }
    return new Places(x, y, isGlobe, all);
  }

  /** On a plane, y towards north; NaN where unknown. */
  public static Places plane(double[] x, double[] y) {
    return new Places(x, y, false);
  }

  /** On a sphere of the Earth's mean radius; NaN where unknown. */
  public static Places globe(double[] longitude, double[] latitude) {
    return new Places(longitude, latitude, true);
  }

  /** The places of some units, in their order. */
  public Places among(int[] units) {
    double[][] kept = new double[known.length == 0 ? 0 : units.length][];
    for (int a = 0; a < kept.length; a++) {
      kept[a] = new double[a];
      for (int b = 0; b < a; b++) {
        kept[a][b] = between(units[a], units[b]);
      }
    }
    return new Places(
        Arrays.stream(units).mapToDouble(i -> x[i]).toArray(),
        Arrays.stream(units).mapToDouble(i -> y[i]).toArray(),
        isGlobe,
        kept);
  }

  /** Two units in the same place, the first such; empty where there are none. */
  public int[] coincident() {
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        if (between(i, j) == 0) {
          return new int[] {i, j};
        }
      }
    }
    return new int[0];
  }

  /** How many units. */
  public int size() {
    return x.length;
  }

  /** Whether it is known where a unit lies. */
  public boolean has(int unit) {
    return !Double.isNaN(x[unit]) && !Double.isNaN(y[unit]);
  }

  /** The distance between two units; NaN where one is unknown. */
  public double between(int a, int b) {
    if (a != b && known.length > 0) {
      return known[Math.max(a, b)][Math.min(a, b)];
    }
    return between(x[a], y[a], x[b], y[b]);
  }

  /** The distance between two points of the same coordinates. */
  double between(double ax, double ay, double bx, double by) {
    return isGlobe ? arc(ax, ay, bx, by) : Math.hypot(bx - ax, by - ay);
  }

  /** Haversine formula, in kilometres. */
  private static double arc(double aLon, double aLat, double bLon, double bLat) {
    double a = StrictMath.toRadians(aLat);
    double b = StrictMath.toRadians(bLat);
    double north = StrictMath.sin((b - a) / 2);
    double east = StrictMath.sin(StrictMath.toRadians(bLon - aLon) / 2);
    double h = north * north + StrictMath.cos(a) * StrictMath.cos(b) * east * east;
    return 2 * Sphere.RADIUS / KILOMETRE * StrictMath.asin(Math.min(1, Math.sqrt(h)));
  }

  double x(int unit) {
    return x[unit];
  }

  double y(int unit) {
    return y[unit];
  }

  /** How much longer a step of x is than its figure, at a y: 1 on a plane. */
  double eastScale(double at) {
    return isGlobe ? northScale() * StrictMath.cos(StrictMath.toRadians(at)) : 1;
  }

  /** How much longer a step of y is than its figure: 1 on a plane. */
  double northScale() {
    return isGlobe ? StrictMath.toRadians(1) * Sphere.RADIUS / KILOMETRE : 1;
  }
}
