package org.renxing.geo;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Geometry for tests, from text in degrees. */
final class Shapes {
  private Shapes() {}

  /** In the plane, on its grid. */
  static Geometry plane(String wkt) {
    return EqualArea.project(degrees(wkt));
  }

  static Geometry degrees(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  /** A box in degrees. */
  static String box(double west, double south, double east, double north) {
    return "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
        .formatted(west, south, east, north);
  }

  static ZonePiece piece(String unit, String zone, String wkt) {
    return new ZonePiece(unit, zone, plane(wkt));
  }
}
