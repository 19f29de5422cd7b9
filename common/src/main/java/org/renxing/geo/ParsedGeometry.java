package org.renxing.geo;

import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.renxing.geo.GeometryDefect.Finding;
import org.renxing.model.GeometryForm;

/** The functions with which {@link GeometryIntake} reads cells: a cell to a row of its columns. */
final class ParsedGeometry {
  private ParsedGeometry() {}

  private static Row row(Finding found) {
    if (found.defect().isPresent()) {
      return RowFactory.create(null, null, null, null, found.defect().get().name(), found.what());
    }
    Geometry plane = found.geometry().orElseThrow();
    if (plane instanceof Point point) {
      return RowFactory.create(null, point.getX(), point.getY(), null, null, null);
    }
    Coordinate within = plane.getInteriorPoint().getCoordinate();
    return RowFactory.create(
        GeometryReading.bytes(plane),
        EqualArea.lon(within.x),
        EqualArea.lat(within.y),
        plane.getArea(),
        null,
        null);
  }

  /** Reads texts. */
  static final class OfText implements UDF1<String, Row> {
    private static final long serialVersionUID = 1L;
    private final GeometryForm form;
    private transient Optional<GeometryReading> reading;

    OfText(GeometryForm form) {
      this.form = form;
    }

    @Override
    public Row call(String cell) {
      if (reading == null || reading.isEmpty()) {
        reading = Optional.of(new GeometryReading(form));
      }
      return row(reading.get().read(Optional.ofNullable(cell).orElse("")));
    }
  }

  /** Reads bytes. */
  static final class OfBytes implements UDF1<byte[], Row> {
    private static final long serialVersionUID = 1L;
    private final GeometryForm form;
    private transient Optional<GeometryReading> reading;

    OfBytes(GeometryForm form) {
      this.form = form;
    }

    @Override
    public Row call(byte[] cell) {
      if (reading == null || reading.isEmpty()) {
        reading = Optional.of(new GeometryReading(form));
      }
      return row(reading.get().read(Optional.ofNullable(cell).orElse(new byte[0])));
    }
  }
}
