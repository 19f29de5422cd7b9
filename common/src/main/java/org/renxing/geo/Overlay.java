package org.renxing.geo;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Overlays of areas of the plane, by OverlayNG with snapping only where full precision fails. */
final class Overlay {
  private Overlay() {}

  /** What two areas share. */
  static Geometry intersection(Geometry one, Geometry other) {
    return OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION);
  }

  /** What of an area lies outside all of the others. */
  static Geometry outside(Geometry area, List<Geometry> others) {
    Geometry left = area;
    for (Geometry other : others) {
      left = OverlayNGRobust.overlay(left, near(other, area), OverlayNG.DIFFERENCE);
      if (left.isEmpty()) {
        break;
      }
    }
    return left;
  }

  /** The other area, cut down to the box around this one where it is much larger. */
  private static Geometry near(Geometry other, Geometry area) {
    if (other.getNumPoints() < 100) {
      return other;
    }
    Envelope box = area.getEnvelopeInternal();
    box.expandBy(Math.max(box.getWidth(), box.getHeight()));
    return OverlayNGRobust.overlay(
        other, area.getFactory().toGeometry(box), OverlayNG.INTERSECTION);
  }
}
