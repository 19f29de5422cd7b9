package org.renxing.land;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.LandRules;
import scala.jdk.javaapi.CollectionConverters;

/** Vacant, low-use and subsiding land of units by zone and year (source Q; methods: land). */
public final class LandUse {
  /** The kind of vacant parcels. */
  public static final String VACANT = "vacant";

  /** The kind of subsidence and pits. */
  public static final String SUBSIDENCE = "subsidence";

  private LandUse() {}

  /**
   * One row a kind, zone (and {@code all}), unit and year that has a patch: kind (vacant,
   * urban_village, old_residential, low_industry, subsidence, and unclassified for low-use land
   * that the rules do not decide), zone, unit_id, year, area_km2, share (of the area of the zone,
   * or of the unit; null where that is not known or 0), n (patches: one that lies in several zones
   * counts once in each, and once in {@code all}), mean_confidence (weighted by area; null where no
   * patch of some area has one). Low-use patches that rules call none are left out. Patches of
   * subsidence that rise or stand still ({@link Subsidence#isSinking}) are in n, with no area. A
   * kind without a row was not observed: that is not the same as 0.
   *
   * @param patches rows of silver.land_patch; a piece with a null or negative area does not count
   * @param zoneAreas unit_id, zone, area_km2, one row a zone of a unit, without {@code all}
   */
  public static Dataset<Row> of(Dataset<Row> patches, Dataset<Row> zoneAreas, LandRules rules) {
    Column confidence = when(col("confidence").between(0.0, 1.0), col("confidence"));
    Dataset<Row> grouped =
        patches
            .where(col("area_km2").geq(0.0))
            .groupBy(col("unit_id"), col("year"), col("zone"), kind(rules).as("kind"))
            .agg(
                sum(when(isOfItsKind(), col("area_km2")).otherwise(0.0)).as("area_km2"),
                sum(when(confidence.isNotNull(), col("area_km2"))).as("weight"),
                sum(confidence.multiply(col("area_km2"))).as("weighed"),
                count(lit(1)).as("pieces"),
                count(when(col("is_main_piece"), 1)).as("patches"))
            .where(col("kind").isNotNull());
    Dataset<Row> summed =
        Zones.withAll(grouped)
            .groupBy("kind", "zone", "unit_id", "year")
            .agg(
                sum("area_km2").as("area_km2"),
                sum(when(col("zone").equalTo(Zones.ALL), col("patches")).otherwise(col("pieces")))
                    .as("n"),
                try_divide(sum("weighed"), sum("weight")).as("mean_confidence"));
    return summed
        .join(
            broadcast(wholes(zoneAreas)),
            CollectionConverters.asScala(List.of("unit_id", "zone")).toSeq(),
            "left")
        .select(
            col("kind"),
            col("zone"),
            col("unit_id"),
            col("year"),
            col("area_km2"),
            try_divide(col("area_km2"), col("whole_km2")).as("share"),
            col("n"),
            col("mean_confidence"));
  }

  private static Column isOfItsKind() {
    return not(col("family").equalTo("subsidence")).or(Subsidence.isSinking());
  }

  /** Null for what is no low-use land after all, and for unknown families. */
  private static Column kind(LandRules rules) {
    Column lowUse = coalesce(new LowUseRules(rules).kind(), lit(LowUseRules.UNCLASSIFIED));
    return when(col("family").equalTo("vacant_parcel"), VACANT)
        .when(col("family").equalTo("subsidence"), SUBSIDENCE)
        .when(
            col("family").equalTo("low_use_land"),
            when(lowUse.notEqual(LandRules.NOT_LOW_USE), lowUse));
  }

  /** The areas of zones and units; that of a unit of which a zone's is missing is null. */
  private static Dataset<Row> wholes(Dataset<Row> zoneAreas) {
    return Zones.withAll(zoneAreas.select("unit_id", "zone", "area_km2"))
        .groupBy("unit_id", "zone")
        .agg(when(count(col("area_km2")).equalTo(count(lit(1))), sum("area_km2")).as("whole_km2"));
  }
}
