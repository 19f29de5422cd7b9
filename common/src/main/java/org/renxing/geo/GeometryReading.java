package org.renxing.geo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.renxing.geo.GeometryDefect.Finding;
import org.renxing.model.Extent;
import org.renxing.model.GeometryForm;
import org.renxing.model.GeometryForm.Encoding;
import org.renxing.model.GeometryForm.Shape;

/**
 * Reads one geometry and judges it; never fails. Areas are put into the plane and on its grid.
 * Coordinates beyond the first two are dropped, open rings closed, rings and parts put into one
 * order, so that equal areas have equal bytes. Whether an area is valid (OGC Simple Features) is
 * judged in the plane.
 */
final class GeometryReading {
  private static final Pattern SRID = Pattern.compile("(?is)\\s*SRID\\s*=\\s*(\\d+)\\s*;(.*)");
  private static final List<Integer> DEGREES = List.of(0, 4326, 4490);
  private static final Pattern HEXADECIMAL = Pattern.compile("(?:0[xX])?(?:[0-9A-Fa-f]{2})+");

  private final GeometryForm form;
  private final GeometryFactory factory = new GeometryFactory();
  private final WKTReader wkt = new WKTReader(factory);
  private final WKBReader wkb = new WKBReader(factory);
  private final GeoJsonGeometry json = new GeoJsonGeometry(factory);

  GeometryReading(GeometryForm form) {
    this.form = form;
    wkt.setFixStructure(true);
  }

  /** The geometry that a text gives. */
  Finding read(String text) {
    if (text.isBlank()) {
      return GeometryDefect.EMPTY_GEOMETRY.of("the cell is blank");
    }
    return judged(() -> parsed(text));
  }

  /** The geometry that bytes give: well-known binary. */
  Finding read(byte... bytes) {
    if (bytes.length == 0) {
      return GeometryDefect.EMPTY_GEOMETRY.of("the cell is empty");
    }
    if (form.encoding() != Encoding.WKB) {
      return read(new String(bytes, StandardCharsets.UTF_8));
    }
    return judged(() -> wkb.read(bytes));
  }

  private Finding judged(Source source) {
    try {
      return judge(source.get());
    } catch (StackOverflowError e) {
      return GeometryDefect.BAD_GEOMETRY.of("is nested too deeply");
    } catch (ParseException | RuntimeException e) {
      String what = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
      return GeometryDefect.BAD_GEOMETRY.of(
          "cannot be read as " + form.encoding() + ": " + cut(what));
    }
  }

  private Geometry parsed(String text) throws ParseException {
    return switch (form.encoding()) {
      case WKT -> {
        Matcher prefixed = SRID.matcher(text);
        Geometry read = wkt.read(prefixed.matches() ? prefixed.group(2) : text);
        if (prefixed.matches()) {
          read.setSRID(Integer.parseInt(prefixed.group(1)));
        }
        yield read;
      }
      case WKB -> wkb.read(bytes(text.strip()));
      case GEOJSON -> json.read(text);
      case LON_LAT -> throw new ParseException("columns of longitude and latitude are no geometry");
    };
  }

  private static byte[] bytes(String text) {
    if (!HEXADECIMAL.matcher(text).matches()) {
      return Base64.getMimeDecoder().decode(text);
    }
    return HexFormat.of()
        .parseHex(text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text);
  }

  private Finding judge(Geometry read) {
    if (!DEGREES.contains(read.getSRID())) {
      return GeometryDefect.BAD_GEOMETRY.of(
          "says SRID " + read.getSRID() + ", which is not the declared " + form.crs());
    }
    Geometry geometry =
        read instanceof MultiPoint several && several.getNumGeometries() == 1
            ? several.getGeometryN(0)
            : read;
    boolean isWanted =
        form.shape() == Shape.POINT ? geometry instanceof Point : geometry instanceof Polygonal;
    if (!isWanted) {
      return GeometryDefect.WRONG_GEOMETRY_TYPE.of(
          "is a "
              + geometry.getGeometryType()
              + " where "
              + (form.shape() == Shape.POINT ? "a point" : "a polygon or several")
              + " must stand");
    }
    if (geometry.isEmpty()) {
      return GeometryDefect.EMPTY_GEOMETRY.of("is " + geometry.getGeometryType() + " EMPTY");
    }
    for (Coordinate place : geometry.getCoordinates()) {
      if (!Double.isFinite(place.x) || !Double.isFinite(place.y)) {
        return GeometryDefect.BAD_GEOMETRY.of("has a coordinate that is no finite number");
      }
    }
    Envelope box = geometry.getEnvelopeInternal();
    if (!form.extent().covers(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())) {
      return outside(box);
    }
    if (box.getWidth() > 180) {
      return GeometryDefect.BAD_GEOMETRY.of(
          "is wider than 180 degrees, as areas across the antimeridian are; split it there");
    }
    return geometry instanceof Point ? Finding.sound(geometry) : area(EqualArea.project(geometry));
  }

  private Finding outside(Envelope box) {
    Extent extent = form.extent();
    boolean isSwapped = extent.covers(box.getMinY(), box.getMinX(), box.getMaxY(), box.getMaxX());
    String at =
        box.getMinX() == box.getMaxX() && box.getMinY() == box.getMaxY()
            ? "(%s, %s)".formatted(box.getMinX(), box.getMinY())
            : "(%s, %s) to (%s, %s)"
                .formatted(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    return isSwapped
        ? GeometryDefect.SWAPPED_AXES.of(
            at + " lies in the declared extent only with longitude and latitude exchanged")
        : GeometryDefect.OUT_OF_EXTENT.of(
            at + " lies outside the declared extent, " + extent.text());
  }

  private static Finding area(Geometry plane) {
    if (plane.getArea() == 0 && plane.convexHull().getDimension() < 2) {
      return GeometryDefect.ZERO_AREA.of("all of it lies on one line");
    }
    Optional<TopologyValidationError> error =
        Optional.ofNullable(new IsValidOp(plane).getValidationError());
    if (error.isPresent()) {
      Coordinate at = error.get().getCoordinate();
      return GeometryDefect.BAD_GEOMETRY.of(
          String.format(
              Locale.ROOT,
              "%s at longitude %.7f, latitude %.7f",
              error.get().getMessage(),
              EqualArea.lon(at.x),
              EqualArea.lat(at.y)));
    }
    plane.normalize();
    return Finding.sound(plane);
  }

  private static String cut(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }

  /** Bytes of a geometry of the plane, two numbers a place. */
  static byte[] bytes(Geometry plane) {
    return new WKBWriter(2).write(plane);
  }

  /** Where a geometry comes from. */
  @FunctionalInterface
  private interface Source {
    Geometry get() throws ParseException;
  }
}
