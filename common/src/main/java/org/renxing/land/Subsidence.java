package org.renxing.land;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.Finite;

/** Subsiding land and pits of units by zone and year (source Q; methods: land). */
public final class Subsidence {
  private Subsidence() {}

  /**
   * One row a zone (and {@code all}), unit and year that has a patch of subsidence: zone, unit_id,
   * year, area_km2 (of those that {@link #isSinking}; 0 where none does), mean_rate_mm_per_year
   * (weighted by area, of those with a rate, rising ground too), max_rate_mm_per_year (positive is
   * sinking), n (all patches, rising ones too), and of the pits among them n_pits, pit_area_km2 (0
   * where there are none) and max_depth_m. A patch that lies in several zones counts once in each,
   * and once in {@code all}. Null rates and depths, NaN and infinities do not count; a mean or
   * maximum of none is null, as is a mean over no area.
   *
   * @param patches rows of silver.land_patch; those of other families do not count
   */
  public static Dataset<Row> of(Dataset<Row> patches) {
    Column isPit = isPit();
    Column rate = Finite.orNull(col("rate_mm_per_year"));
    Dataset<Row> grouped =
        patches
            .where(col("family").equalTo("subsidence").and(col("area_km2").geq(0.0)))
            .groupBy("unit_id", "year", "zone")
            .agg(
                sum(when(isSinking(), col("area_km2")).otherwise(0.0)).as("area_km2"),
                sum(when(rate.isNotNull(), col("area_km2"))).as("rated_km2"),
                sum(rate.multiply(col("area_km2"))).as("weighed"),
                max(rate).as("max_rate"),
                count(lit(1)).as("pieces"),
                count(when(col("is_main_piece"), 1)).as("patches"),
                count(when(isPit, 1)).as("pit_pieces"),
                count(when(isPit.and(col("is_main_piece")), 1)).as("pits"),
                sum(when(isPit, col("area_km2")).otherwise(0.0)).as("pit_area_km2"),
                max(when(isPit, Finite.orNull(col("depth_m")))).as("max_depth_m"));
    return Zones.withAll(grouped)
        .groupBy("zone", "unit_id", "year")
        .agg(
            sum("area_km2").as("area_km2"),
            try_divide(sum("weighed"), sum("rated_km2")).as("mean_rate_mm_per_year"),
            max("max_rate").as("max_rate_mm_per_year"),
            sum(counted("patches", "pieces")).as("n"),
            sum(counted("pits", "pit_pieces")).as("n_pits"),
            sum("pit_area_km2").as("pit_area_km2"),
            max("max_depth_m").as("max_depth_m"));
  }

  /**
   * Whether the ground of a patch sinks: its rate is above 0, or it has none (its source calls it
   * subsidence), or it is a pit, which is sunken ground whatever it does now. Ground that rises or
   * stands still does not; never null.
   */
  static Column isSinking() {
    return isPit().or(coalesce(Finite.orNull(col("rate_mm_per_year")).gt(0.0), lit(true)));
  }

  private static Column isPit() {
    return coalesce(col("patch_class").equalTo("pit"), lit(false));
  }

  private static Column counted(String patches, String pieces) {
    return when(col("zone").equalTo(Zones.ALL), col(patches)).otherwise(col(pieces));
  }
}
