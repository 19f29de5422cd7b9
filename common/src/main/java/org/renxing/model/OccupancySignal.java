package org.renxing.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What tells from afar how many units of a residential or commercial area are occupied. Each is an
 * estimate of occupied units.
 */
public enum OccupancySignal {
  /** Resident population over household size. */
  RESIDENT_POPULATION(0),
  /** Signalling of mobile phones at night. */
  MOBILE_SIGNALLING(1),
  /** Location-based services. */
  LBS(2),
  /** Light at night. */
  NIGHT_LIGHT(3),
  /** Meters of water. */
  WATER(4),
  /** Meters of electricity. */
  ELECTRICITY(5);

  /** How many there are. */
  public static final int COUNT = values().length;

  private final int place;

  OccupancySignal(int place) {
    this.place = place;
  }

  /** Its place in arrays over all signals, from 0. */
  public int place() {
    return place;
  }

  /** Its bit in a pattern of present signals. */
  public int bit() {
    return 1 << place;
  }

  /** Its name in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its column in rows of areas. */
  public String column() {
    return "occupied_by_" + code();
  }

  /** The columns of all, in their order. */
  public static List<String> columns() {
    return Arrays.stream(values()).map(OccupancySignal::column).toList();
  }
}
