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
  RESIDENT_POPULATION(RemoteField.OCCUPIED_BY_RESIDENT_POPULATION),
  /** Signalling of mobile phones at night. */
  MOBILE_SIGNALLING(RemoteField.OCCUPIED_BY_MOBILE_SIGNALLING),
  /** Location-based services. */
  LBS(RemoteField.OCCUPIED_BY_LBS),
  /** Light at night. */
  NIGHT_LIGHT(RemoteField.OCCUPIED_BY_NIGHT_LIGHT),
  /** Meters of water. */
  WATER(RemoteField.OCCUPIED_BY_WATER),
  /** Meters of electricity. */
  ELECTRICITY(RemoteField.OCCUPIED_BY_ELECTRICITY),
  /** Dwellings offered second-hand. */
  LISTINGS(RemoteField.OCCUPIED_BY_LISTINGS),
  /** Points of interest. */
  POI(RemoteField.OCCUPIED_BY_POI),
  /** Roads. */
  ROADS(RemoteField.OCCUPIED_BY_ROADS);

  /** How many there are. */
  public static final int COUNT = values().length;

  private final RemoteField field;
  private final int place;

  OccupancySignal(RemoteField field) {
    this.field = field;
    this.place = RemoteField.SIGNALS.indexOf(field);
  }

  /** Its place in arrays over all signals, from 0; the same as in {@link RemoteField#SIGNALS}. */
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
    return field.column();
  }

  /** The columns of all, in their order. */
  public static List<String> columns() {
    return Arrays.stream(values()).map(OccupancySignal::column).toList();
  }
}
