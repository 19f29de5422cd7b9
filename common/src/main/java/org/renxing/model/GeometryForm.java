package org.renxing.model;

import java.io.Serializable;
import java.util.Objects;

/**
 * How a source gives places.
 *
 * @param shape what each row is
 * @param crs declared; both systems are read as they are
 * @param extent where all places must lie
 */
public record GeometryForm(Encoding encoding, Shape shape, Crs crs, Extent extent)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public GeometryForm {
    Objects.requireNonNull(crs);
    Objects.requireNonNull(extent);
    if (encoding == Encoding.LON_LAT && shape == Shape.AREA) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "geometry: columns of longitude and latitude give points, not areas; name a column of"
              + " WKT, WKB or GeoJSON, or say that the rows are points");
    }
  }

  /** What the cells hold. */
  public enum Encoding {
    /** Two columns of degrees, texts or numbers. */
    LON_LAT,
    /** Well-known text; a prefix SRID=4326; is borne. */
    WKT,
    /** Well-known binary, or its text in hexadecimal or base64. */
    WKB,
    /** The text of a GeoJSON geometry (RFC 7946). */
    GEOJSON
  }

  /** What a row is. */
  public enum Shape {
    POINT,
    /** A polygon or several, with or without holes. */
    AREA
  }
}
