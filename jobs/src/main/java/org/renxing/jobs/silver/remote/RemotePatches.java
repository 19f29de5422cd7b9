package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.geo.Overlaps;
import org.renxing.geo.SpatialJoin;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.run.Inputs;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Rows that are areas: overlaps, and the pieces into which borders divide them. */
final class RemotePatches {
  /** What names a sound patch. */
  private static final List<String> KEY = List.of("source_id", "family", "observation_id", "year");

  private final RemoteIntake intake;

  RemotePatches(RemoteIntake intake) {
    this.intake = intake;
  }

  /** The rows; one without area, one outside all units, and one that overlaps another is faulty. */
  Dataset<Row> judge(Inputs inputs) {
    Dataset<Row> rows = intake.hasPlaced(Group.LAND) ? within(inputs) : sized(inputs);
    return RemoteIntake.told(apart(rows));
  }

  /** The pieces of the sound ones: unit_id, zone, area_km2, is_main_piece beside their columns. */
  Dataset<Row> pieces(Inputs inputs) {
    Dataset<Row> sound = intake.sound(Group.LAND, inputs);
    Dataset<Row> carried =
        sound
            .where(col("is_carried"))
            .withColumn("zone", coalesce(col("zone"), lit(RemotePoints.OTHER)))
            .withColumn("area_km2", col("patch_area_km2"))
            .withColumn("is_main_piece", lit(true));
    return intake.hasPlaced(Group.LAND)
        ? carried.unionByName(soundPieces(inputs).where(col("unit_id").isNotNull()), true)
        : carried;
  }

  /** The parts of sound ones that lie in no unit: source_id, area_km2. */
  Dataset<Row> outside(Inputs inputs) {
    return intake.hasPlaced(Group.LAND)
        ? soundPieces(inputs).where(col("unit_id").isNull()).select("source_id", "area_km2")
        : intake
            .sound(Group.LAND, inputs)
            .select(col("source_id"), lit(0.0).as("area_km2"))
            .limit(0);
  }

  /** With their size; kept, since the rows and their pieces are both asked for. */
  private Dataset<Row> sized(Inputs inputs) {
    Column unsized =
        when(
            coalesce(col("patch_area_km2"), lit(0.0)).equalTo(0),
            RemoteFault.fault("NO_AREA", lit("neither geometry nor stated area gives its area")));
    // whatever the case of its letters, a pit is a pit
    Column kind =
        when(col("family").equalTo(RemoteFamily.SUBSIDENCE.text()), lower(col("patch_class")))
            .otherwise(col("patch_class"));
    return inputs.shared(
        "patches of land",
        () ->
            intake
                .read(Group.LAND, inputs)
                .withColumn("patch_class", kind)
                .withColumn("patch_area_km2", coalesce(col("area_km2"), col("stated_area_km2")))
                .drop("area_km2")
                .withColumn("fault", coalesce(col("fault"), unsized)));
  }

  private Dataset<Row> within(Inputs inputs) {
    Dataset<Row> inside =
        divided(inputs)
            .where(col("unit_id").isNotNull())
            .select(key())
            .distinct()
            .withColumn("is_inside", lit(true));
    Column outside =
        when(
            RemoteIntake.isOpen().and(col("is_inside").isNull()),
            RemoteFault.fault("OUTSIDE_UNITS", lit("lies outside the outlines of all units")));
    return sized(inputs)
        .join(inside, names(), "left")
        .withColumn("fault", coalesce(col("fault"), outside))
        .drop("is_inside");
  }

  /** Of those that overlap, the first by name counts. */
  private static Dataset<Row> apart(Dataset<Row> rows) {
    Dataset<Row> named =
        rows.withColumn("patch", concat(col("observation_id"), lit(" of "), col("source_id")));
    Dataset<Row> drawn = named.where(col("fault").isNull().and(col("geometry").isNotNull()));
    Column overlap =
        when(
            col("other_id").isNotNull(),
            RemoteFault.fault("OVERLAP", concat(lit("overlaps '"), col("other_id"), lit("'"))));
    return named
        .join(
            Overlaps.of(drawn, List.of("family", "year"), "patch"),
            CollectionConverters.asScala(List.of("family", "year", "patch")).toSeq(),
            "left")
        .withColumn("fault", coalesce(col("fault"), overlap))
        .drop("patch", "other_id", "overlap_km2");
  }

  private Dataset<Row> soundPieces(Inputs inputs) {
    Dataset<Row> sound = intake.sound(Group.LAND, inputs).select(key());
    return divided(inputs).join(sound, names(), "left_semi");
  }

  /** The pieces of all that are placed by their geometry, kept for those who ask again. */
  private Dataset<Row> divided(Inputs inputs) {
    return inputs.shared(
        "pieces of land",
        () ->
            SpatialJoin.patches(
                sized(inputs).where(RemoteIntake.isOpen()).drop("unit_id", "zone", "cells"),
                intake.zones(inputs)));
  }

  private static Column[] key() {
    return KEY.stream().map(c -> col(c)).toArray(Column[]::new);
  }

  private static Seq<String> names() {
    return CollectionConverters.asScala(KEY).toSeq();
  }
}
