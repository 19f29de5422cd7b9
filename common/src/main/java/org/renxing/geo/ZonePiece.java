package org.renxing.geo;

import java.io.Serializable;
import java.util.Comparator;
import org.locationtech.jts.geom.Geometry;

/**
 * One zone of one unit, or the rest of a unit.
 *
 * @param plane its area in the plane
 */
public record ZonePiece(String unit, String zone, Geometry plane) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** By unit, then zone: the order in which shared borders are given away. */
  static final Comparator<ZonePiece> ORDER =
      Comparator.comparing(ZonePiece::unit).thenComparing(ZonePiece::zone);

  /** Its true area. */
  public double areaKm2() {
    return plane.getArea();
  }

  /** Its area as well-known binary. */
  public byte[] bytes() {
    return GeometryReading.bytes(plane);
  }
}
