package org.renxing.geo;

import java.awt.image.Raster;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.renxing.model.ErrorCode;
import org.renxing.model.PixelRules;
import org.renxing.model.RenxingException;

/**
 * The pixels of GeoTIFFs, one after another.
 *
 * <p>Read: one band of 8, 16 or 32 bits of whole numbers or 32 or 64 bits of floating point, in
 * strips or tiles, plain, LZW, Deflate or PackBits; north up, in degrees of WGS84 or CGCS2000, by
 * ModelPixelScale and ModelTiepoint; the tiepoint is an edge or, as RasterPixelIsPoint, a centre.
 * Anything else is refused by name of the file, and so is a file with a value that cannot be.
 */
final class RasterPixels {
  private final String file;
  private final GeoTiffHeader header;
  private final Optional<String> tag;
  private final PixelRules rules;
  private final NoData noData;

  private RasterPixels(String file, GeoTiff tiff, PixelRules rules) {
    this.file = file;
    this.header = tiff.header();
    this.tag = tiff.noDataTag();
    this.rules = rules;
    this.noData = tiff.noData(rules);
  }

  /** What is done with a pixel. */
  @FunctionalInterface
  interface Visitor {
    /**
     * A pixel.
     *
     * @param row from 0, the north-west first
     * @param column from 0
     * @param lon of its centre
     * @param lat of its centre
     * @param value NaN for no data
     * @param areaKm2 true area
     */
    void pixel(int row, int column, double lon, double lat, double value, double areaKm2);
  }

  /**
   * Goes through the pixels of a block.
   *
   * @throws RenxingException SOURCE_CONTRACT where a value cannot be
   */
  static void visit(RasterBlock block, PixelRules rules, Configuration hadoop, Visitor visitor) {
    try (GeoTiff tiff = GeoTiff.open(block.file(), block.path(), hadoop)) {
      Raster raster = tiff.rows(block.first(), block.count());
      new RasterPixels(block.file(), tiff, rules).visit(raster, block.first(), visitor);
    }
  }

  private void visit(Raster raster, int first, Visitor visitor) {
    for (int y = 0; y < raster.getHeight(); y++) {
      int row = first + y;
      double area = header.areaKm2(row);
      double lat = header.lat(row);
      for (int x = 0; x < raster.getWidth(); x++) {
        double value = header.type().value(raster, raster.getMinX() + x, raster.getMinY() + y);
        boolean isNone = noData.holds(value);
        if (!isNone && !rules.isPossible(value)) {
          throw impossible(row, x, value);
        }
        visitor.pixel(row, x, header.lon(x), lat, isNone ? Double.NaN : value, area);
      }
    }
  }

  private RenxingException impossible(int row, int column, double value) {
    String text = header.type().text(value);
    return new RenxingException(
        ErrorCode.SOURCE_CONTRACT,
        String.format(
            Locale.ROOT,
            "%s: row %d, column %d (from 1, from the north-west; %.6f, %.6f): the pixel is %s,"
                + " and a value must be from %s to 1e30, or be no data; %s; set no-data = \"%s\""
                + " of the source%s",
            file,
            row + 1,
            column + 1,
            header.lon(column),
            header.lat(row),
            text,
            rules.mayBeNegative() ? "-1e30" : "0",
            rules.isTagHeeded()
                ? tag.map(t -> "its tag 42113 says '" + t + "'").orElse("it has no tag 42113")
                : "its tag is set aside by no-data = none",
            text,
            rules.isPossible(-value) ? ", or negative = true where values below 0 are right" : ""));
  }
}
