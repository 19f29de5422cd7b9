package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.geo.SpatialJoin;
import org.renxing.run.Inputs;

/** Rows that a point places. */
final class RemotePoints {
  /** The zone of what is in none. */
  static final String OTHER = "other";

  private final RemoteIntake intake;

  RemotePoints(RemoteIntake intake) {
    this.intake = intake;
  }

  /** The rows with unit and zone; a row outside all units has a fault. */
  Dataset<Row> judge(Dataset<Row> rows, Inputs inputs) {
    Dataset<Row> carried =
        rows.where(not(RemoteIntake.isOpen()))
            .withColumn("zone", coalesce(col("zone"), lit(OTHER)));
    boolean isPlaced = intake.sources().stream().anyMatch(s -> s.isPlaced());
    Dataset<Row> all =
        isPlaced ? carried.unionByName(placed(rows.where(RemoteIntake.isOpen()), inputs)) : carried;
    return RemoteIntake.told(all.drop("is_carried"));
  }

  private Dataset<Row> placed(Dataset<Row> open, Inputs inputs) {
    return SpatialJoin.points(open.drop("unit_id", "zone"), intake.zones(inputs))
        .withColumn("fault", coalesce(col("fault"), outside()));
  }

  private static Column outside() {
    return when(
        col("unit_id").isNull(),
        RemoteFault.fault(
            "OUTSIDE_UNITS",
            concat(
                lit("at "),
                round(col("lon"), 5).cast("string"),
                lit(", "),
                round(col("lat"), 5).cast("string"),
                lit(" is outside the outlines of all units"))));
  }
}
