package org.renxing.land;

import java.io.Serializable;
import java.util.Comparator;

/**
 * What figures are about.
 *
 * @param kind of thing; empty where there is one only
 * @param zone of the unit; {@link #ALL} for the whole
 */
public record ZoneYear(String kind, String zone, String unit, int year)
    implements Serializable, Comparable<ZoneYear> {
  private static final long serialVersionUID = 1L;

  /** The zone of figures about a whole unit. */
  public static final String ALL = "all";

  private static final Comparator<ZoneYear> ORDER =
      Comparator.comparing(ZoneYear::unit)
          .thenComparing(ZoneYear::year)
          .thenComparing(ZoneYear::zone)
          .thenComparing(ZoneYear::kind);

  /** Whether it is about a whole unit. */
  public boolean isWhole() {
    return zone.equals(ALL);
  }

  ZoneYear whole() {
    return new ZoneYear(kind, ALL, unit, year);
  }

  @Override
  public int compareTo(ZoneYear other) {
    return ORDER.compare(this, other);
  }
}
