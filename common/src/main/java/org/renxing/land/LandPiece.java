package org.renxing.land;

import java.io.Serializable;
import java.util.List;
import org.renxing.records.Fields;

/**
 * A piece of a patch of land, as silver.land_patch has it. Texts are empty and numbers NaN where
 * nothing is known.
 *
 * @param family vacant_parcel, low_use_land or subsidence
 * @param zone of the unit
 * @param patchAreaKm2 of the whole patch
 * @param isMain whether it is the largest piece of the patch within the unit
 * @param patchClass that the source gives
 * @param confidence from 0 to 1
 */
public record LandPiece(
    String family,
    String unit,
    String zone,
    int year,
    double areaKm2,
    double patchAreaKm2,
    boolean isMain,
    String patchClass,
    double confidence,
    double floorAreaRatio,
    double buildingDensity,
    double visualAge,
    double visualDisorder,
    double rateMmPerYear,
    double depthM)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What {@link #of} asks for. */
  public static final List<String> COLUMNS =
      List.of(
          "family",
          "unit_id",
          "zone",
          "year",
          "area_km2",
          "patch_area_km2",
          "is_main_piece",
          "patch_class",
          "confidence",
          "floor_area_ratio",
          "building_density",
          "visual_age",
          "visual_disorder",
          "rate_mm_per_year",
          "depth_m");

  /** Reads a row. */
  public static LandPiece of(Fields row) {
    return new LandPiece(
        row.text("family"),
        row.text("unit_id"),
        row.optionalText("zone").orElse("other"),
        row.whole("year"),
        row.number("area_km2"),
        row.number("patch_area_km2"),
        row.optionalFlag("is_main_piece").orElse(false),
        row.optionalText("patch_class").orElse(""),
        row.number("confidence"),
        row.number("floor_area_ratio"),
        row.number("building_density"),
        row.number("visual_age"),
        row.number("visual_disorder"),
        row.number("rate_mm_per_year"),
        row.number("depth_m"));
  }

  /** Whether its area is known; pieces without do not count. */
  boolean isSized() {
    return areaKm2 >= 0;
  }
}
