package org.renxing.geo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.renxing.model.PixelRules;

/** A pixel of a file, for tests. */
record Pixel(
    String file, int row, int column, double lon, double lat, double value, double areaKm2) {

  /** All pixels of files, name to path. */
  static List<Pixel> of(Map<String, String> files, PixelRules rules) {
    Configuration hadoop = new Configuration();
    List<Pixel> out = new ArrayList<>();
    for (RasterBlock block : RasterBlock.of(files, rules, hadoop)) {
      RasterPixels.visit(
          block,
          rules,
          hadoop,
          (row, column, lon, lat, value, areaKm2) ->
              out.add(new Pixel(block.file(), row, column, lon, lat, value, areaKm2)));
    }
    return out;
  }

  /** The values of a file; NaN for no data. */
  static List<Double> values(Path file, PixelRules rules) {
    return of(Map.of(file.getFileName().toString(), file.toString()), rules).stream()
        .map(Pixel::value)
        .toList();
  }
}
