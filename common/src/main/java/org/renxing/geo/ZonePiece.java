package org.renxing.geo;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

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
  byte[] bytes() {
    return GeometryReading.bytes(plane);
  }

  /** The rows of silver.zone_polygon, in order. */
  static List<ZonePiece> of(Dataset<Row> zonePolygons) {
    return zonePolygons.select("unit_id", "zone", "geometry").collectAsList().stream()
        .map(
            r ->
                new ZonePiece(
                    r.getString(0),
                    r.isNullAt(1) ? "" : r.getString(1).strip(),
                    plane(r, r.getAs(2))))
        .sorted(ORDER)
        .toList();
  }

  private static Geometry plane(Row row, byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new RenxingException(
          ErrorCode.INTERNAL,
          "zone polygon of unit %s, zone %s: its bytes are no geometry; make the table again"
              .formatted(row.get(0), row.get(1)),
          e);
    }
  }
}
