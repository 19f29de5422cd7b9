package org.renxing.geo;

import java.io.Serializable;
import java.util.Collection;
import org.renxing.numerics.ExactSums;

/**
 * Sums of pixels over one piece of a unit; they do not depend on the order of the pixels, nor on
 * how these are divided.
 */
public final class ZoneSum implements Serializable {
  private static final long serialVersionUID = 1L;
  private final String file;
  private final String unit;
  private final String zone;
  private final ExactSums sums = ExactSums.wide(3);
  private long pixels;
  private long noData;

  /** No pixels yet. */
  ZoneSum(String file, String unit, String zone) {
    this.file = file;
    this.unit = unit;
    this.zone = zone;
  }

  void add(double value, double areaKm2) {
    sums.add(2, areaKm2);
    if (Double.isNaN(value)) {
      noData++;
    } else {
      pixels++;
      sums.add(0, value);
      sums.add(1, value * areaKm2);
    }
  }

  /** The sums of several of one piece, one or more, whatever their files. */
  public static ZoneSum of(Collection<ZoneSum> parts) {
    ZoneSum first = parts.iterator().next();
    ZoneSum out = new ZoneSum(first.file, first.unit, first.zone);
    for (ZoneSum part : parts) {
      out.sums.merge(part.sums);
      out.pixels += part.pixels;
      out.noData += part.noData;
    }
    return out;
  }

  /** The file of the pixels, or one of several. */
  public String file() {
    return file;
  }

  /** The unit; empty outside all. */
  public String unit() {
    return unit;
  }

  /** The zone; empty outside all units. */
  public String zone() {
    return zone;
  }

  /** Sum of values; NaN where no pixel has one. */
  public double sum() {
    return pixels == 0 ? Double.NaN : sums.total(0);
  }

  /** Sum of value times area in km2; NaN where no pixel has a value. */
  public double weightedSum() {
    return pixels == 0 ? Double.NaN : sums.total(1);
  }

  /** Area in km2 of all pixels. */
  public double areaKm2() {
    return sums.total(2);
  }

  /** Pixels with a value. */
  public long pixels() {
    return pixels;
  }

  /** Pixels without. */
  public long noData() {
    return noData;
  }
}
