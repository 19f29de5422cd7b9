package org.renxing.geo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.renxing.model.PixelRules;

/**
 * Some rows of the pixels of a file.
 *
 * @param file its name
 * @param path where it lies
 * @param first row, from 0
 * @param count how many rows
 * @param pixels how many pixels
 */
public record RasterBlock(String file, String path, int first, int count, long pixels)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The blocks of files, each of some million pixels. Heads are read and judged here.
   *
   * @param files name to path
   * @param rules what is no data, and what a value may be
   */
  public static List<RasterBlock> of(
      Map<String, String> files, PixelRules rules, Configuration hadoop) {
    List<RasterBlock> out = new ArrayList<>();
    files.forEach(
        (name, path) -> {
          try (GeoTiff tiff = GeoTiff.open(name, path, hadoop)) {
            tiff.noData(rules);
            int step = tiff.blockRows();
            int height = tiff.header().height();
            for (int from = 0; from < height; from += step) {
              int count = Math.min(step, height - from);
              long pixels = (long) count * tiff.header().width();
              out.add(new RasterBlock(name, path, from, count, pixels));
            }
          }
        });
    return out;
  }
}
