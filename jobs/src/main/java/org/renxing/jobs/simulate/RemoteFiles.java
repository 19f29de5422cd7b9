package org.renxing.jobs.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
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
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Writes the files of {@link RemoteSample}, and keeps what was planted in them. */
final class RemoteFiles {
  private final Path out;
  private final List<Path> files = new ArrayList<>();
  private final List<PlantedDefect> defects = new ArrayList<>();
  private long rows;

  RemoteFiles(Path out) {
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
    write(
        file,
        () -> {
          try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord(head);
            table.forEach(csv::writeRecord);
          }
        });
    rows += table.size();
  }

  void geoJson(String source, String name, List<Feature> features) {
    Path file = file(source, name + "-simulated.geojson");
    StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[\n");
    for (int i = 0; i < features.size(); i++) {
      text.append(i == 0 ? "" : ",\n").append(text(features.get(i)));
    }
    write(file, () -> Files.writeString(file, text.append("\n]}\n")));
    rows += features.size();
  }

  void raster(
      String source, String name, double[][] values, double west, double north, double step) {
    Path file = file(source, "night-light-" + name + "-simulated.tif");
    write(file, () -> GeoTiffWriter.write(file, values, west, north, step, step, -9999));
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

  /** Something that writes a file. */
  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Path file, Writing writing) {
    try {
      Files.createDirectories(file.getParent());
      writing.run();
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, file + ": cannot be written: " + e, e);
    }
  }
}
