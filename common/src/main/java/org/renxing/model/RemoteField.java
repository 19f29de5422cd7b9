package org.renxing.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a fine-grained observation may say. The name in lower case is the column of the silver table
 * and the key in the configuration of a source.
 */
public enum RemoteField {
  /** Dwellings, or premises of trade. */
  UNITS_TOTAL(Kind.COUNT, "count"),
  /** Those counted as occupied, where somebody counted. */
  UNITS_OCCUPIED(Kind.COUNT, "count"),
  /** Occupied units as the resident population suggests. */
  OCCUPIED_BY_RESIDENT_POPULATION(Kind.SIGNAL, "count"),
  /** The same by the signalling of mobile phones. */
  OCCUPIED_BY_MOBILE_SIGNALLING(Kind.SIGNAL, "count"),
  /** The same by location-based services. */
  OCCUPIED_BY_LBS(Kind.SIGNAL, "count"),
  /** The same by night light. */
  OCCUPIED_BY_NIGHT_LIGHT(Kind.SIGNAL, "count"),
  /** The same by water meters. */
  OCCUPIED_BY_WATER(Kind.SIGNAL, "count"),
  /** The same by electricity meters. */
  OCCUPIED_BY_ELECTRICITY(Kind.SIGNAL, "count"),
  /** The same by dwellings that are offered second-hand. */
  OCCUPIED_BY_LISTINGS(Kind.SIGNAL, "count"),
  /** The same by points of interest near by. */
  OCCUPIED_BY_POI(Kind.SIGNAL, "count"),
  /** The same by roads near by. */
  OCCUPIED_BY_ROADS(Kind.SIGNAL, "count"),
  /** Units that a field audit looked at. */
  AUDIT_UNITS(Kind.COUNT, "count"),
  /** Those of them that were lived in. */
  AUDIT_OCCUPIED(Kind.COUNT, "count"),
  /** Area, where no geometry gives it. */
  STATED_AREA_KM2(Kind.AMOUNT, "km2"),
  /** How sure the classification is. */
  CONFIDENCE(Kind.SHARE, ""),
  /** Floor area over the area of the plot. */
  FLOOR_AREA_RATIO(Kind.AMOUNT, ""),
  /** Share of the plot that is built on. */
  BUILDING_DENSITY(Kind.SHARE, ""),
  /** How old it looks, 1 = oldest. */
  VISUAL_AGE(Kind.SHARE, ""),
  /** How disordered it looks, 1 = most. */
  VISUAL_DISORDER(Kind.SHARE, ""),
  /** Rate of sinking (InSAR); rising is negative, whatever the sign of the source. */
  RATE_MM_PER_YEAR(Kind.FIGURE, ""),
  /** Depth of a pit. */
  DEPTH_M(Kind.AMOUNT, "m"),
  /** Disorder of buildings, 1 = most. */
  BUILDING(Kind.SHARE, ""),
  /** Disorder of shop fronts. */
  SHOP_FRONT(Kind.SHARE, ""),
  /** Disorder of greening. */
  GREENING(Kind.SHARE, ""),
  /** Disorder of roads. */
  ROAD(Kind.SHARE, ""),
  /** Disorder of infrastructure. */
  INFRASTRUCTURE(Kind.SHARE, "");

  /** What values are allowed. */
  public enum Kind {
    /** A whole number, 0 or more. */
    COUNT,
    /** An estimate of a count, 0 or more. */
    SIGNAL,
    /** 0 or more. */
    AMOUNT,
    /** From 0 to 1. */
    SHARE,
    /** Any number. */
    FIGURE
  }

  /** Signals of occupancy, in their order. */
  public static final List<RemoteField> SIGNALS =
      Arrays.stream(values()).filter(f -> f.kind == Kind.SIGNAL).toList();

  private final Kind kind;
  private final String unitOfMeasure;

  RemoteField(Kind kind, String unitOfMeasure) {
    this.kind = kind;
    this.unitOfMeasure = unitOfMeasure;
  }

  public Kind kind() {
    return kind;
  }

  /** The unit in which it is kept; empty for plain numbers, which no unit may be given for. */
  public String unitOfMeasure() {
    return unitOfMeasure;
  }

  /** Its column in silver tables. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
