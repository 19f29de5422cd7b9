package org.renxing.geo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;

/**
 * Reads GeoJSON geometries (RFC 7946): points, lines and polygons, single or several; further
 * numbers of a position are left out, open rings closed.
 */
final class GeoJsonGeometry {
  private static final int DEEPEST = 4;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final GeometryFactory factory;

  GeoJsonGeometry(GeometryFactory factory) {
    this.factory = factory;
  }

  Geometry read(String text) throws ParseException {
    Optional<String> type = Optional.empty();
    Optional<List<?>> places = Optional.empty();
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new ParseException("is no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        JsonToken value = parser.nextToken();
        if (key.equals("type") && value == JsonToken.VALUE_STRING) {
          type = Optional.of(parser.getText());
        } else if (key.equals("coordinates") && value == JsonToken.START_ARRAY) {
          places = Optional.of(list(parser, 1));
        } else {
          parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        throw new ParseException("goes on after its object");
      }
    } catch (IOException e) {
      throw new ParseException(e);
    }
    String name = type.orElseThrow(() -> new ParseException("has no type"));
    if (name.equals("GeometryCollection")) {
      return factory.createGeometryCollection();
    }
    return build(name, places.orElseThrow(() -> new ParseException("has no coordinates")));
  }

  private static List<?> list(JsonParser parser, int depth) throws IOException, ParseException {
    if (depth > DEEPEST) {
      throw new ParseException("coordinates are nested more than " + DEEPEST + " deep");
    }
    List<Object> out = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (t == JsonToken.START_ARRAY) {
        out.add(list(parser, depth + 1));
      } else if (t != null && t.isNumeric()) {
        out.add(parser.getDoubleValue());
      } else {
        throw new ParseException("coordinates hold '" + parser.getText() + "', no number");
      }
    }
    return out;
  }

  private Geometry build(String type, List<?> places) throws ParseException {
    return switch (type) {
      case "Point" -> places.isEmpty() ? factory.createPoint() : factory.createPoint(place(places));
      case "MultiPoint" -> factory.createMultiPointFromCoords(line(places));
      case "LineString" -> factory.createLineString(line(places));
      case "MultiLineString" -> factory.createMultiLineString();
      case "Polygon" -> polygon(places);
      case "MultiPolygon" -> {
        List<Polygon> out = new ArrayList<>();
        for (Object polygon : places) {
          out.add(polygon(asList(polygon)));
        }
        yield factory.createMultiPolygon(out.toArray(Polygon[]::new));
      }
      default -> throw new ParseException("has the unknown type '" + type + "'");
    };
  }

  private Polygon polygon(List<?> rings) throws ParseException {
    List<LinearRing> out = new ArrayList<>();
    for (Object ring : rings) {
      out.add(ring(line(asList(ring))));
    }
    return out.isEmpty()
        ? factory.createPolygon()
        : factory.createPolygon(out.get(0), out.stream().skip(1).toArray(LinearRing[]::new));
  }

  private LinearRing ring(Coordinate... places) {
    if (places.length == 0 || places[0].equals2D(places[places.length - 1])) {
      return factory.createLinearRing(places);
    }
    Coordinate[] closed = java.util.Arrays.copyOf(places, places.length + 1);
    closed[places.length] = places[0].copy();
    return factory.createLinearRing(closed);
  }

  private static Coordinate[] line(List<?> places) throws ParseException {
    List<Coordinate> out = new ArrayList<>();
    for (Object place : places) {
      out.add(place(asList(place)));
    }
    return out.toArray(Coordinate[]::new);
  }

  private static Coordinate place(List<?> numbers) throws ParseException {
    if (numbers.size() < 2
        || !(numbers.get(0) instanceof Double lon)
        || !(numbers.get(1) instanceof Double lat)) {
      throw new ParseException("a position is not two numbers");
    }
    return new Coordinate(lon, lat);
  }

  private static List<?> asList(Object value) throws ParseException {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new ParseException("coordinates are nested less deep than the type needs");
  }
}
