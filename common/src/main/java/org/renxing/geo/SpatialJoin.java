package org.renxing.geo;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;

/**
 * Places to units and zones. The zone polygons (unit_id, zone, geometry) are those of {@link
 * ZoneMap}: no two share more than borders, and shared borders have the same corners. They are
 * collected and sent to every executor; points and patches are not shuffled.
 */
public final class SpatialJoin {
  private static final StructType ZONES =
      StructType.fromDDL("`@unit` string, `@zone` string, `@area` binary, `@lower` binary");

  private SpatialJoin() {}

  /**
   * Adds unit_id and zone to points, each once.
   *
   * <p>A point within a piece is of that piece. A point on a border, or where several pieces meet,
   * is of the lowest of them by unit_id, then zone. One outside all has null in both, and so has
   * one without longitude or latitude. Points are put on the grid of {@link EqualArea}, as borders
   * are.
   *
   * <p>Two broadcast joins by Sedona's index: the first finds points within pieces. The second sees
   * the others alone, and takes a piece that the point touches unless the point touches one of the
   * piece's lower neighbours too.
   *
   * @param points with lon and lat in degrees and any other columns but unit_id and zone
   */
  public static Dataset<Row> points(Dataset<Row> points, Dataset<Row> zonePolygons) {
    return points(points, ZonePiece.of(zonePolygons));
  }

  static Dataset<Row> points(Dataset<Row> points, List<ZonePiece> pieces) {
    SparkSession spark = points.sparkSession();
    Sedona.prepare(spark);
    Dataset<Row> zones = zones(spark, pieces);
    Column place =
        Sedona.point(
            EqualArea.onGrid(EqualArea.x(col("lon"))), EqualArea.onGrid(EqualArea.y(col("lat"))));
    Dataset<Row> within =
        zones.select(
            col("@unit").as("@unit1"),
            col("@zone").as("@zone1"),
            Sedona.geometry(col("@area")).as("@area1"));
    Dataset<Row> touching =
        zones.select(
            col("@unit").as("@unit2"),
            col("@zone").as("@zone2"),
            Sedona.geometry(col("@area")).as("@area2"),
            Sedona.geometry(col("@lower")).as("@lower"));
    return points
        .withColumn("@place", place)
        .join(broadcast(within), Sedona.contains(col("@area1"), col("@place")), "left_outer")
        .withColumn("@rest", when(col("@unit1").isNull(), col("@place")))
        .drop("@area1", "@place")
        .join(
            broadcast(touching),
            Sedona.intersects(col("@area2"), col("@rest"))
                .and(not(Sedona.intersects(col("@lower"), col("@rest")))),
            "left_outer")
        .withColumn("unit_id", coalesce(col("@unit1"), col("@unit2")))
        .withColumn("zone", coalesce(col("@zone1"), col("@zone2")))
        .drop("@area2", "@lower", "@rest", "@unit1", "@unit2", "@zone1", "@zone2");
  }

  private static Dataset<Row> zones(SparkSession spark, List<ZonePiece> pieces) {
    List<Geometry> lower = LowerNeighbours.of(pieces);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      ZonePiece piece = pieces.get(i);
      rows.add(
          RowFactory.create(
              piece.unit(),
              piece.zone(),
              GeometryReading.bytes(piece.plane()),
              GeometryReading.bytes(lower.get(i))));
    }
    return spark.createDataFrame(rows, ZONES);
  }

  /**
   * Splits areas at the borders of units and zones: one row a piece, with unit_id, zone, area_km2
   * of the piece and is_main_piece; where the patches have an area_km2 it becomes patch_area_km2.
   * What lies outside all units is one more piece, whose unit_id and zone are null; so the pieces
   * of a patch have its area (to rounding, some 1e-12 of it). A piece below 1e-7 of its patch is
   * how borders were drawn and no piece: it is counted to the largest. The main piece is the
   * largest of a patch in its unit, of equal ones the first by zone; a piece outside is never one.
   *
   * @param patches with geometry, well-known binary in the plane, sound as {@link GeometryIntake}
   *     says; rows without one are dropped
   */
  public static Dataset<Row> patches(Dataset<Row> patches, Dataset<Row> zonePolygons) {
    return patches(patches, ZonePiece.of(zonePolygons));
  }

  static Dataset<Row> patches(Dataset<Row> patches, List<ZonePiece> pieces) {
    SparkSession spark = patches.sparkSession();
    Broadcast<List<ZonePiece>> zones =
        spark
            .sparkContext()
            .broadcast(
                List.copyOf(pieces),
                scala.reflect.ClassTag$.MODULE$.<List<ZonePiece>>apply(List.class));
    Column split =
        udf(new PatchPieces(zones), PatchPieces.PIECES).asNondeterministic().apply(col("geometry"));
    Dataset<Row> out =
        patches
            .withColumnRenamed("area_km2", "patch_area_km2")
            .withColumn("@piece", explode(split));
    for (String field : PatchPieces.PIECE.fieldNames()) {
      out = out.withColumn(field, col("@piece").getField(field));
    }
    return out.drop("@piece");
  }
}
