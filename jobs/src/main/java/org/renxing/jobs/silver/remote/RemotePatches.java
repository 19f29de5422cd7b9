package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.geo.Overlaps;
import org.renxing.geo.SpatialJoin;
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

  /** The rows; one without area, one that overlaps another, and one outside all units is faulty. */
  Dataset<Row> judge(Inputs inputs) {
    Dataset<Row> rows = rows(inputs);
    if (!hasPlaced()) {
      return RemoteIntake.told(rows);
    }
    Dataset<Row> inside =
        divided(inputs).where(col("unit_id").isNotNull()).select(key()).distinct();
    Column outside =
        when(
            RemoteIntake.isOpen().and(col("is_inside").isNull()),
            RemoteFault.fault("OUTSIDE_UNITS", lit("lies outside the outlines of all units")));
    return RemoteIntake.told(
        rows.join(inside.withColumn("is_inside", lit(true)), names(), "left")
            .withColumn("fault", coalesce(col("fault"), outside))
            .drop("is_inside"));
  }

  /** The pieces of the sound ones: unit_id, zone, area_km2, is_main_piece beside their columns. */
  Dataset<Row> pieces(Inputs inputs) {
    Dataset<Row> carried =
        intake
            .sound(Group.LAND, inputs)
            .where(col("is_carried"))
            .withColumn("zone", coalesce(col("zone"), lit(RemotePoints.OTHER)))
            .withColumn("area_km2", col("patch_area_km2"))
            .withColumn("is_main_piece", lit(true));
    return hasPlaced()
        ? carried.unionByName(divided(inputs).where(col("unit_id").isNotNull()), true)
        : carried;
  }

  /** The parts of sound ones that lie in no unit: source_id, area_km2. */
  Dataset<Row> outside(Inputs inputs) {
    Dataset<Row> sound = intake.sound(Group.LAND, inputs).select(key());
    if (!hasPlaced()) {
      return sound.select(col("source_id"), lit(0.0).as("area_km2")).limit(0);
    }
    return divided(inputs)
        .where(col("unit_id").isNull())
        .join(sound, names(), "left_semi")
        .select("source_id", "area_km2");
  }

  private Dataset<Row> rows(Inputs inputs) {
    return inputs.shared("patches of land", () -> known(intake.read(Group.LAND, inputs)));
  }

  private boolean hasPlaced() {
    return intake.sources().stream()
        .anyMatch(s -> s.family().group() == Group.LAND && s.isPlaced());
  }

  /** Rows with what is wrong with their size and with overlaps. */
  private static Dataset<Row> known(Dataset<Row> read) {
    Column unsized =
        when(
            coalesce(col("patch_area_km2"), lit(0.0)).equalTo(0),
            RemoteFault.fault("NO_AREA", lit("neither geometry nor stated area gives its area")));
    Dataset<Row> sized =
        read.withColumn("patch_area_km2", coalesce(col("area_km2"), col("stated_area_km2")))
            .drop("area_km2")
            .withColumn("fault", coalesce(col("fault"), unsized));
    Dataset<Row> named =
        sized.withColumn("patch", concat(col("observation_id"), lit(" of "), col("source_id")));
    Dataset<Row> drawn = named.where(col("fault").isNull().and(col("geometry").isNotNull()));
    return named
        .join(
            Overlaps.of(drawn, List.of("family", "year"), "patch"),
            CollectionConverters.asScala(List.of("family", "year", "patch")).toSeq(),
            "left")
        .withColumn("fault", coalesce(col("fault"), overlap()))
        .drop("patch", "other_id", "overlap_km2");
  }

  private static Column overlap() {
    return when(
        col("other_id").isNotNull(),
        RemoteFault.fault(
            "OVERLAP", concat(lit("overlaps '"), col("other_id"), lit("', which counts"))));
  }

  /** The pieces of all that are placed by their geometry, kept for those who ask again. */
  private Dataset<Row> divided(Inputs inputs) {
    return inputs.shared(
        "pieces of land",
        () ->
            SpatialJoin.patches(
                rows(inputs).where(RemoteIntake.isOpen()).drop("unit_id", "zone"),
                intake.zones(inputs)));
  }

  private static Column[] key() {
    return KEY.stream().map(c -> col(c)).toArray(Column[]::new);
  }

  private static Seq<String> names() {
    return CollectionConverters.asScala(KEY).toSeq();
  }
}
