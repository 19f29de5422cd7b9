package org.renxing.jobs.gold;

import static org.renxing.testing.Frames.row;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.renxing.jobs.silver.remote.LandPatch;
import org.renxing.jobs.silver.remote.OccupancyArea;
import org.renxing.jobs.silver.remote.RasterSum;
import org.renxing.jobs.silver.remote.StreetViewPoint;
import org.renxing.jobs.silver.remote.ZonePolygon;
import org.renxing.model.TableName;

/** Fine-grained observations of one city in 2019, whose sums can be worked out by hand. */
final class HandObservations {
  /** A silver table. */
  record Given(String ddl, List<Row> rows) {}

  private static final String CITY = "110100";

  private static final Given HOMES =
      new Given(
          "use string, area_id string, year int, unit_id string, zone string, units_total bigint,"
              + " units_occupied double, audit_units bigint, audit_occupied bigint, lon double,"
              + " lat double, occupied_by_resident_population double,"
              + " occupied_by_mobile_signalling double, occupied_by_lbs double,"
              + " occupied_by_night_light double, occupied_by_water double,"
              + " occupied_by_electricity double, occupied_by_listings double,"
              + " occupied_by_poi double, occupied_by_roads double, source_id string, run_id string",
          List.of(
              home("housing", "h1", "old_town", 100, null, 60.0, 20L, 14L),
              home("housing", "h2", "new_town", 300, 270.0, null, null, null),
              home("commercial", "s1", "old_town", 10, 8.0, null, null, null),
              home("commercial", "s2", "new_town", 30, 27.0, null, null, null)));

  private static final Given LAND =
      new Given(
          "source_id string, family string, patch_id string, year int, unit_id string, zone string,"
              + " area_km2 double, patch_area_km2 double, is_main_piece boolean,"
              + " patch_class string, confidence double, floor_area_ratio double,"
              + " building_density double, visual_age double, visual_disorder double,"
              + " rate_mm_per_year double, depth_m double, run_id string",
          List.of(
              patch("vacant_parcel", "v1", "old_town", 0.5, 0.9, null, null),
              patch("vacant_parcel", "v2", "new_town", 1.5, 0.7, null, null),
              patch("subsidence", "p1", "old_town", 2.0, null, 10.0, null),
              patch("subsidence", "p2", "old_town", 1.0, null, 40.0, null),
              patch("subsidence", "p3", "old_town", 0.25, null, null, 3.0)));

  private static final Given STREETS =
      new Given(
          "source_id string, point_id string, year int, unit_id string, zone string, lon double,"
              + " lat double, building double, shop_front double, greening double, road double,"
              + " infrastructure double, run_id string",
          List.of(
              row("streets", "1", 2019, CITY, "old_town", 0.0, 0.0, 0.2, 0.4, 0.6, 0.8, 0.5, "run"),
              row(
                  "streets",
                  "2",
                  2019,
                  CITY,
                  "old_town",
                  0.0,
                  0.0,
                  0.6,
                  null,
                  0.2,
                  0.4,
                  0.3,
                  "run")));

  private static final Given GRID =
      new Given(
          "source_id string, layer string, unit_id string, zone string, year int, sum double,"
              + " weighted_sum_km2 double, n_pixels bigint, n_nodata bigint, area_km2 double,"
              + " zone_area_km2 double, run_id string",
          List.of(
              row(
                  "lights",
                  "night_light",
                  CITY,
                  "old_town",
                  2019,
                  50.0,
                  5.0,
                  10L,
                  0L,
                  1.0,
                  5.0,
                  "run"),
              row(
                  "lights",
                  "night_light",
                  CITY,
                  "new_town",
                  2019,
                  30.0,
                  3.0,
                  20L,
                  4L,
                  2.4,
                  15.0,
                  "run")));

  private static final Given ZONES =
      new Given(
          "unit_id string, zone string, geometry binary, area_km2 double, remark string,"
              + " run_id string",
          List.of(
              row(CITY, "old_town", new byte[0], 5.0, null, "run"),
              row(CITY, "new_town", new byte[0], 15.0, null, "run")));

  /** All of them. */
  static final Map<TableName, Given> ALL =
      Map.of(
          OccupancyArea.TABLE, HOMES,
          LandPatch.TABLE, LAND,
          StreetViewPoint.TABLE, STREETS,
          RasterSum.TABLE, GRID,
          ZonePolygon.TABLE, ZONES);

  private HandObservations() {}

  private static Row home(
      String use,
      String id,
      String zone,
      long total,
      Double counted,
      Double byWater,
      Long audited,
      Long lived) {
    return row(
        use, id, 2019, CITY, zone, total, counted, audited, lived, 0.0, 0.0, null, null, null, null,
        byWater, null, null, null, null, "homes", "run");
  }

  private static Row patch(
      String family,
      String id,
      String zone,
      double area,
      Double confidence,
      Double rate,
      Double depth) {
    String kind = depth == null ? null : "pit";
    return row(
        "land",
        family,
        id,
        2019,
        CITY,
        zone,
        area,
        area,
        true,
        kind,
        confidence,
        null,
        null,
        null,
        null,
        rate,
        depth,
        "run");
  }
}
