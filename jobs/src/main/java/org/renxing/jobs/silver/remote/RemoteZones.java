package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.geo.ZoneMap;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.run.Inputs;

/** Outlines of units and of their zones. */
final class RemoteZones {
  private final RemoteIntake intake;

  RemoteZones(RemoteIntake intake) {
    this.intake = intake;
  }

  /** The rows; what the partition refuses has a fault. */
  Dataset<Row> judge(Inputs inputs) {
    Dataset<Row> rows = intake.read(Group.PLACE, inputs);
    return RemoteIntake.told(rows.withColumn("zone", coalesce(col("zone"), lit(""))));
  }

  /** unit_id, zone, geometry, area_km2. */
  Dataset<Row> partition(Inputs inputs) {
    return ZoneMap.of(
            intake.sound(Group.PLACE, inputs).select("unit_id", "zone", "geometry"))
        .polygons();
  }
}
