package org.renxing.jobs.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A made-up city around a real seat: an outline with an old town in its middle, a new town to the
 * east and a mining area to the west. Its figures come from its number alone.
 *
 * @param number from 0; even ones empty from the middle, odd ones as a whole
 */
record RemoteCity(int number, String code, double lon, double lat, long seed) {
  static final List<String> ZONES = List.of("old_town", "new_town", "mining_area");

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double RADIUS = 0.1;
  private static final int CORNERS = 24;

  /** The whole city. */
  Polygon outline() {
    double[] radii = new double[CORNERS];
    for (int i = 0; i < CORNERS; i++) {
      radii[i] = RADIUS * (1 + 0.12 * uniform("outline", "", i));
    }
    return ring(lon, lat, radii);
  }

  /** A zone: of city 1 the mining area is in two parts, of city 2 it has a hole. */
  Geometry zone(String zone) {
    double[] at = centre(zone);
    Polygon whole = circle(at[0], at[1], zone.equals("old_town") ? 0.3 : 0.25);
    if (!zone.equals("mining_area") || number < 1 || number > 2) {
      return whole;
    }
    return number == 1
        ? FACTORY.createMultiPolygon(
            new Polygon[] {circle(at[0], at[1], 0.15), circle(at[0], at[1] + 0.03, 0.1)})
        : FACTORY.createPolygon(
            whole.getExteriorRing(),
            new LinearRing[] {circle(at[0], at[1], 0.08).getExteriorRing()});
  }

  /** A place within a zone, or within none of them for {@code other}. */
  double[] place(String zone, String purpose, String id) {
    double[] at = centre(zone);
    double angle = 2 * Math.PI * uniform(purpose + "/angle", id, 0);
    double far = RADIUS * (0.09 + 0.05 * uniform(purpose + "/radius", id, 0));
    // the ring between hole and border belongs to the zone in every city
    double x = at[0] + far * StrictMath.cos(angle);
    double y = at[1] + far * StrictMath.sin(angle);
    return new double[] {round(x), round(y)};
  }

  /** Share of dwellings that are lived in. */
  double occupancy(String zone, int year) {
    boolean isDoughnut = number % 2 == 0;
    double start =
        switch (zone) {
          case "old_town" -> isDoughnut ? 0.72 : 0.86;
          case "mining_area" -> isDoughnut ? 0.84 : 0.74;
          case "new_town" -> isDoughnut ? 0.93 : 0.82;
          default -> isDoughnut ? 0.92 : 0.83;
        };
    return start - 0.008 * (year - 2013) - 0.01 * number;
  }

  /** An axis-parallel square. */
  static Polygon square(double[] at, double side) {
    double h = side / 2;
    return FACTORY.createPolygon(
        new Coordinate[] {
          new Coordinate(at[0] - h, at[1] - h),
          new Coordinate(at[0] + h, at[1] - h),
          new Coordinate(at[0] + h, at[1] + h),
          new Coordinate(at[0] - h, at[1] + h),
          new Coordinate(at[0] - h, at[1] - h)
        });
  }

  /** A number in (0, 1) that depends on its key alone. */
  double uniform(String purpose, String id, int year) {
    return Draw.uniform(seed, "remote/" + purpose, code, id, year);
  }

  /** A standard normal number that depends on its key alone. */
  double normal(String purpose, String id, int year) {
    return Draw.normal(seed, "remote/" + purpose, code, id, year);
  }

  private double[] centre(String zone) {
    return switch (zone) {
      case "old_town" -> new double[] {lon, lat};
      case "new_town" -> new double[] {lon + 0.6 * RADIUS, lat};
      case "mining_area" -> new double[] {lon - 0.6 * RADIUS, lat};
      default -> new double[] {lon, lat - 0.65 * RADIUS};
    };
  }

  private static Polygon circle(double x, double y, double share) {
    double[] radii = new double[CORNERS];
    Arrays.fill(radii, share * RADIUS);
    return ring(x, y, radii);
  }

  private static Polygon ring(double x, double y, double[] radii) {
    List<Coordinate> out = new ArrayList<>();
    for (int i = 0; i < radii.length; i++) {
      double angle = 2 * Math.PI * i / radii.length;
      out.add(
          new Coordinate(
              round(x + radii[i] * StrictMath.cos(angle)),
              round(y + radii[i] * StrictMath.sin(angle))));
    }
    out.add(out.get(0));
    return FACTORY.createPolygon(out.toArray(Coordinate[]::new));
  }

  /** Six decimals: a tenth of a metre. */
  static double round(double degrees) {
    return Math.rint(degrees * 1e6) / 1e6;
  }
}
