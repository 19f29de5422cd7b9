package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.geo.SpatialJoin;
import org.renxing.model.RemoteFamily.Group;
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
  Dataset<Row> judge(Group group, Inputs inputs) {
    Dataset<Row> rows = intake.read(group, inputs);
    Dataset<Row> known =
        intake.hasPlaced(group)
            ? placed(rows, intake.zones(inputs))
            : rows.withColumn("zone", coalesce(col("zone"), lit(OTHER)));
    return RemoteIntake.told(known.drop("is_carried"));
  }

  /** In one pass: only rows that have to be placed show their place to the join. */
  private static Dataset<Row> placed(Dataset<Row> rows, Dataset<Row> zones) {
    Dataset<Row> hidden =
        rows.withColumn("is_open", RemoteIntake.isOpen())
            .withColumnRenamed("lon", "own_lon")
            .withColumnRenamed("lat", "own_lat")
            .withColumnRenamed("unit_id", "own_unit")
            .withColumnRenamed("zone", "own_zone")
            .withColumn("lon", when(col("is_open"), col("own_lon")))
            .withColumn("lat", when(col("is_open"), col("own_lat")));
    Column zone =
        when(col("is_open"), col("zone")).otherwise(coalesce(col("own_zone"), lit(OTHER)));
    return SpatialJoin.points(hidden, zones)
        .withColumn("fault", coalesce(col("fault"), outside()))
        .withColumn("unit_id", coalesce(col("own_unit"), col("unit_id")))
        .withColumn("zone", zone)
        .withColumn("lon", col("own_lon"))
        .withColumn("lat", col("own_lat"))
        .drop("is_open", "own_lon", "own_lat", "own_unit", "own_zone");
  }

  private static Column outside() {
    return when(
        col("is_open").and(col("unit_id").isNull()),
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
