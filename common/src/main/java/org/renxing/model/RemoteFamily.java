package org.renxing.model;

import static org.renxing.model.RemoteField.AUDIT_OCCUPIED;
import static org.renxing.model.RemoteField.AUDIT_UNITS;
import static org.renxing.model.RemoteField.BUILDING;
import static org.renxing.model.RemoteField.BUILDING_DENSITY;
import static org.renxing.model.RemoteField.CONFIDENCE;
import static org.renxing.model.RemoteField.DEPTH_M;
import static org.renxing.model.RemoteField.FLOOR_AREA_RATIO;
import static org.renxing.model.RemoteField.GREENING;
import static org.renxing.model.RemoteField.INFRASTRUCTURE;
import static org.renxing.model.RemoteField.RATE_MM_PER_YEAR;
import static org.renxing.model.RemoteField.ROAD;
import static org.renxing.model.RemoteField.SHOP_FRONT;
import static org.renxing.model.RemoteField.STATED_AREA_KM2;
import static org.renxing.model.RemoteField.UNITS_OCCUPIED;
import static org.renxing.model.RemoteField.UNITS_TOTAL;
import static org.renxing.model.RemoteField.VISUAL_AGE;
import static org.renxing.model.RemoteField.VISUAL_DISORDER;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Kinds of things that are seen one by one, from above, from the street or by their signals. */
public enum RemoteFamily {
  /** Residential areas and signals of who lives there. */
  HOUSING(Group.OCCUPANCY, false),
  /** Premises of trade, the same way. */
  COMMERCIAL(Group.OCCUPANCY, false),
  /** Vacant land. */
  VACANT_PARCEL(Group.LAND, true),
  /** Urban villages, old residential areas, industry that uses its land poorly. */
  LOW_USE_LAND(Group.LAND, true),
  /** Buildings that nobody uses any more. */
  ABANDONED_BUILDING(Group.LAND, true),
  /** Roads, railways and works that nobody uses any more, as areas. */
  ABANDONED_INFRASTRUCTURE(Group.LAND, true),
  /** Yards where coal lies. */
  COAL_YARD(Group.LAND, true),
  /** Sinking ground and pits. */
  SUBSIDENCE(Group.LAND, true),
  /** Points on streets, scored on disorder. */
  STREET_VIEW(Group.STREET, false),
  /** Grids: night light, built-up land. */
  RASTER(Group.GRID, false),
  /** Outlines of units and of their zones, by which the others are placed. */
  BOUNDARY(Group.PLACE, true);

  /** Families that share a table. */
  public enum Group {
    OCCUPANCY,
    LAND,
    STREET,
    GRID,
    PLACE
  }

  private final Group group;
  private final boolean isArea;

  RemoteFamily(Group group, boolean isArea) {
    this.group = group;
    this.isArea = isArea;
  }

  public Group group() {
    return group;
  }

  /**
   * Whether a geometry of it is an area, which borders may divide; else it is placed by a point.
   */
  public boolean isArea() {
    return isArea;
  }

  /** As silver tables write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What an observation of it may say. */
  public List<RemoteField> fields() {
    List<RemoteField> out = new ArrayList<>();
    switch (group) {
      case OCCUPANCY -> {
        out.addAll(List.of(UNITS_TOTAL, UNITS_OCCUPIED));
        out.addAll(RemoteField.SIGNALS);
        out.addAll(List.of(AUDIT_UNITS, AUDIT_OCCUPIED));
      }
      case LAND -> {
        out.addAll(List.of(STATED_AREA_KM2, CONFIDENCE));
        out.addAll(landFields());
      }
      case STREET -> out.addAll(List.of(BUILDING, SHOP_FRONT, GREENING, ROAD, INFRASTRUCTURE));
      default -> {
        // outlines and grids have no figures of their own
      }
    }
    return out;
  }

  private Collection<RemoteField> landFields() {
    return switch (this) {
      case LOW_USE_LAND -> List.of(FLOOR_AREA_RATIO, BUILDING_DENSITY, VISUAL_AGE, VISUAL_DISORDER);
      case SUBSIDENCE -> List.of(RATE_MM_PER_YEAR, DEPTH_M);
      default -> List.of();
    };
  }
}
