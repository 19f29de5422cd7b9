package org.renxing.geo;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.renxing.model.PixelRules;

/** Sums of rasters by unit and zone. */
public final class RasterSums {
  private RasterSums() {}

  /**
   * The sums of the pixels of a block over each piece of a unit. A pixel is of the piece in which
   * its centre lies, by the rules of {@link ZoneIndex#find}, so that none counts twice; those
   * outside all pieces have an empty unit and zone, so that the sums of a block are those of its
   * pixels.
   *
   * @param rules what is no data, and what a value may be
   */
  public static Collection<ZoneSum> of(
      RasterBlock block, PixelRules rules, ZoneIndex zones, Configuration hadoop) {
    TreeMap<List<String>, ZoneSum> out = new TreeMap<>(RasterSums::order);
    RasterPixels.visit(
        block,
        rules,
        hadoop,
        (row, column, lon, lat, value, area) -> {
          Optional<ZonePiece> piece = zones.find(lon, lat);
          String unit = piece.map(ZonePiece::unit).orElse("");
          String zone = piece.map(ZonePiece::zone).orElse("");
          out.computeIfAbsent(List.of(unit, zone), place -> new ZoneSum(block.file(), unit, zone))
              .add(value, area);
        });
    return out.values();
  }

  private static int order(List<String> one, List<String> other) {
    int byUnit = one.get(0).compareTo(other.get(0));
    return byUnit != 0 ? byUnit : one.get(1).compareTo(other.get(1));
  }
}
