package org.renxing.space;

import java.util.List;
import org.renxing.measure.MeasurePanel.Unit;

/**
 * Places on a sphere of the Earth's mean radius. Distances are compared in whole metres of the
 * chord, which orders as the great circle does, so that noise breaks no tie; {@link StrictMath}
 * keeps them the same on every machine.
 */
final class Sphere {
  /** Mean radius of the Earth in metres (IUGG). */
  static final double RADIUS = 6_371_008.8;

  private final double[] x;
  private final double[] y;
  private final double[] z;
  private final boolean[] isKnown;

  Sphere(List<Unit> units) {
    int n = units.size();
    x = new double[n];
    y = new double[n];
    z = new double[n];
    isKnown = new boolean[n];
    for (int i = 0; i < n; i++) {
      isKnown[i] = units.get(i).hasPlace();
      double lon = StrictMath.toRadians(units.get(i).lon());
      double lat = StrictMath.toRadians(units.get(i).lat());
      x[i] = StrictMath.cos(lat) * StrictMath.cos(lon);
      y[i] = StrictMath.cos(lat) * StrictMath.sin(lon);
      z[i] = StrictMath.sin(lat);
    }
  }

  /** Whether it is known where the unit lies. */
  boolean has(int unit) {
    return isKnown[unit];
  }

  /** The chord between two units in whole metres. */
  double chord(int a, int b) {
    double dx = x[a] - x[b];
    double dy = y[a] - y[b];
    double dz = z[a] - z[b];
    return Math.rint(RADIUS * Math.sqrt(dx * dx + dy * dy + dz * dz));
  }

  /** The chord in whole metres that belongs to a great-circle distance in metres. */
  static double chordOf(double arc) {
    double half = Math.min(arc / (2 * RADIUS), Math.PI / 2);
    return Math.rint(2 * RADIUS * StrictMath.sin(half));
  }
}
