package org.renxing.geo;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Overlays of areas of the plane, by OverlayNG with snapping only where full precision fails. Lines
 * and points, in which areas touch or to which slivers collapse, are left out.
 */
final class Overlay {
  private Overlay() {}

  /** What two areas share. */
  static Geometry intersection(Geometry one, Geometry other) {
    return areas(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION));
  }

  /** What of an area lies outside all of the others. */
  static Geometry outside(Geometry area, List<Geometry> others) {
    Geometry left = area;
    for (Geometry other : others) {
      left = areas(OverlayNGRobust.overlay(left, other, OverlayNG.DIFFERENCE));
      if (left.isEmpty()) {
        break;
      }
    }
    return left;
  }

  private static Geometry areas(Geometry geometry) {
    if (geometry instanceof Polygonal) {
      return geometry;
    }
    List<?> polygons = PolygonExtracter.getPolygons(geometry);
    return geometry.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
  }
}
