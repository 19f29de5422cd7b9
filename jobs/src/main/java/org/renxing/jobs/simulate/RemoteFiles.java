package org.renxing.jobs.simulate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.renxing.geo.GeoTiffWriter;

/** Writes the files of {@link RemoteSample}, and keeps what was planted in them. */
final class RemoteFiles {
  private final SimulatedFiles output;
  private final Path out;
  private final List<Path> files = new ArrayList<>();
  private final List<PlantedDefect> defects = new ArrayList<>();
  private long rows;

  RemoteFiles(Path reference, Path out) {
    this.output = new SimulatedFiles(reference);
    this.out = out;
  }

  /**
   * A feature of GeoJSON.
   *
   * @param geometry as GeoJSON
   * @param properties names and values in turn
   */
  record Feature(String geometry, List<String> properties) {
    Feature {
      properties = List.copyOf(properties);
    }
  }

  SimulationReport report() {
    return new SimulationReport(files, rows, defects);
  }

  /** Spoils a row of a file that is to be written, and notes it. */
  void plant(
      String source, List<List<String>> table, int row, String code, Consumer<List<String>> spoil) {
    spoil.accept(table.get(row));
    planted(source, table.get(row).get(0), code);
  }

  /** Notes an observation that will be set aside. */
  void planted(String source, String id, String code) {
    defects.add(new PlantedDefect(source, source, 0, id, code, "quarantined"));
  }

  void csv(String source, String name, List<String> head, List<List<String>> table) {
    Path file = file(source, name + "-simulated.csv");
    output.csv(file, head, table);
    rows += table.size();
  }

  void geoJson(String source, String name, List<Feature> features) {
    Path file = file(source, name + "-simulated.geojson");
    StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[\n");
    for (int i = 0; i < features.size(); i++) {
      text.append(i == 0 ? "" : ",\n").append(text(features.get(i)));
    }
    byte[] bytes = text.append("\n]}\n").toString().getBytes(StandardCharsets.UTF_8);
    output.write(file, stream -> stream.write(bytes));
    rows += features.size();
  }

  void raster(
      String source, String name, double[][] values, double west, double north, double step) {
    Path file = file(source, "night-light-" + name + "-simulated.tif");
    byte[] bytes = GeoTiffWriter.bytes(values, west, north, step, step, "-9999.0");
    output.write(file, stream -> stream.write(bytes));
  }

  /** A geometry as GeoJSON; six decimals, a tenth of a metre. */
  static String geoJson(Geometry geometry) {
    if (geometry instanceof Polygon polygon) {
      return "{\"type\":\"Polygon\",\"coordinates\":" + rings(polygon) + "}";
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      parts.add(rings((Polygon) geometry.getGeometryN(i)));
    }
    return "{\"type\":\"MultiPolygon\",\"coordinates\":[" + String.join(",", parts) + "]}";
  }

  private static String rings(Polygon polygon) {
    List<String> out = new ArrayList<>();
    out.add(ring(polygon.getExteriorRing()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      out.add(ring(polygon.getInteriorRingN(i)));
    }
    return "[" + String.join(",", out) + "]";
  }

  private static String ring(LinearRing ring) {
    List<String> out = new ArrayList<>();
    for (Coordinate c : ring.getCoordinates()) {
      out.add(String.format(Locale.ROOT, "[%.6f,%.6f]", c.x, c.y));
    }
    return "[" + String.join(",", out) + "]";
  }

  private static String text(Feature feature) {
    List<String> properties = new ArrayList<>();
    for (int i = 0; i + 1 < feature.properties().size(); i += 2) {
      // made up by this package: nothing that would need escaping
      properties.add(
          "\"%s\":\"%s\"".formatted(feature.properties().get(i), feature.properties().get(i + 1)));
    }
    return "{\"type\":\"Feature\",\"properties\":{"
        + String.join(",", properties)
        + "},\"geometry\":"
        + feature.geometry()
        + "}";
  }

  private Path file(String source, String name) {
    Path file = out.resolve(source).resolve(name);
    files.add(file);
    return file;
  }
}
