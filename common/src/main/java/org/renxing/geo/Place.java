package org.renxing.geo;

import java.io.Serializable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Where something is.
 *
 * @param plane its area in the plane of {@link EqualArea}, with two numbers a place; empty for
 *     points, which longitude and latitude say in full
 * @param lon of the point, or of a point within the area; NaN where nothing is known
 * @param lat the same
 * @param areaKm2 true area; NaN for points
 */
public record Place(Geometry plane, double lon, double lat, double areaKm2)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Geometry NO_AREA = new GeometryFactory().createPolygon();

  /** Nowhere. */
  public static final Place NONE = new Place(NO_AREA, Double.NaN, Double.NaN, Double.NaN);

  /** How a place travels between machines: a tenth of the bytes of a geometry as an object. */
  private static final class Written implements Serializable {
    private static final long serialVersionUID = 1L;
    private final double lon;
    private final double lat;
    private final double areaKm2;
    private final byte[] plane;

    Written(Place place) {
      this.lon = place.lon;
      this.lat = place.lat;
      this.areaKm2 = place.areaKm2;
      this.plane = place.isArea() ? place.bytes() : new byte[0];
    }

    private Object readResolve() {
      return new Place(plane.length == 0 ? NO_AREA : read(plane), lon, lat, areaKm2);
    }
  }

  private Object writeReplace() {
    return new Written(this);
  }

  /** Whether it has an area. */
  public boolean isArea() {
    return !plane.isEmpty();
  }

  /** The area as well-known binary. */
  public byte[] bytes() {
    return GeometryReading.bytes(plane);
  }

  static Place point(double lon, double lat) {
    return new Place(NO_AREA, lon, lat, Double.NaN);
  }

  /** A sound geometry: an area of the plane, a point in degrees. */
  static Place of(Geometry geometry) {
    if (geometry instanceof Point point) {
      return point(point.getX(), point.getY());
    }
    Coordinate within = geometry.getInteriorPoint().getCoordinate();
    // with two numbers a place, and nothing else that came with it
    return new Place(
        read(GeometryReading.bytes(geometry)),
        EqualArea.lon(within.x),
        EqualArea.lat(within.y),
        geometry.getArea());
  }

  private static Geometry read(byte... plane) {
    try {
      return new WKBReader().read(plane);
    } catch (ParseException e) {
      throw new RenxingException(ErrorCode.INTERNAL, "a geometry that was written: " + e, e);
    }
  }
}
