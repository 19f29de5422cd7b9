package org.renxing.geo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.renxing.numerics.ExactSums;

/**
 * Sums of the pixels of a layer over a zone of a unit, in a year.
 *
 * @param zone of the unit; all = the whole
 * @param sum of pixels; NaN where none has a value
 * @param weightedSum of value times area of the pixel, in km2; NaN likewise
 * @param pixels with a value
 * @param noData pixels without
 * @param areaKm2 of all these pixels
 */
public record RasterTotal(
    String layer,
    String zone,
    String unit,
    int year,
    double sum,
    double weightedSum,
    long pixels,
    long noData,
    double areaKm2)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ALL = "all";

  /** Mean of pixels; NaN of none. */
  public double mean() {
    return pixels == 0 ? Double.NaN : sum / pixels;
  }

  /**
   * Adds the whole of each unit to its zones, and takes the sources of a layer together: one a
   * layer, unit, year and zone.
   */
  public static List<RasterTotal> withWholes(Collection<RasterTotal> parts) {
    TreeMap<String, List<RasterTotal>> places = new TreeMap<>();
    for (RasterTotal part : parts) {
      for (String zone : List.of(part.zone, ALL)) {
        places
            .computeIfAbsent(
                String.join("\n", part.unit, Integer.toString(part.year), part.layer, zone),
                place -> new ArrayList<>())
            .add(part.in(zone));
      }
    }
    return places.values().stream().map(RasterTotal::together).toList();
  }

  private RasterTotal in(String other) {
    return new RasterTotal(layer, other, unit, year, sum, weightedSum, pixels, noData, areaKm2);
  }

  private static RasterTotal together(List<RasterTotal> parts) {
    ExactSums sums = ExactSums.wide(3);
    long pixels = 0;
    long noData = 0;
    for (RasterTotal part : parts) {
      if (part.pixels > 0) {
        sums.add(0, part.sum);
        sums.add(1, part.weightedSum);
      }
      sums.add(2, part.areaKm2);
      pixels += part.pixels;
      noData += part.noData;
    }
    RasterTotal first = parts.get(0);
    return new RasterTotal(
        first.layer,
        first.zone,
        first.unit,
        first.year,
        pixels == 0 ? Double.NaN : sums.total(0),
        pixels == 0 ? Double.NaN : sums.total(1),
        pixels,
        noData,
        sums.total(2));
  }
}
