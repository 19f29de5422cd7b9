package org.renxing.geo;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Finds areas that lie over each other, and would be counted twice. */
public final class Overlaps {
  /** Overlaps up to this share of the smaller area are a matter of drawing. */
  public static final double TOLERANCE = 1e-6;

  private Overlaps() {}

  /** As below, with {@link #TOLERANCE}. */
  public static Dataset<Row> of(Dataset<Row> patches, List<String> groups, String id) {
    return of(patches, groups, id, TOLERANCE);
  }

  /**
   * The patches that overlap an earlier one of their group by more than a tolerated share of the
   * smaller of the two: the group's columns, the id, {@code other_id} (the first such by id) and
   * {@code overlap_km2} with that one. Every earlier patch counts, one that overlaps a still
   * earlier one too: what remains does not overlap, whatever is left out with it.
   *
   * @param patches with geometry, well-known binary in the plane; rows without one are left out
   * @param groups columns, not null, within which patches must not overlap, such as family and year
   * @param id column that names a patch in its group and orders them, not null; two rows of one id
   *     are parts of one patch, and not compared
   */
  public static Dataset<Row> of(
      Dataset<Row> patches, List<String> groups, String id, double tolerance) {
    Sedona.prepare(patches.sparkSession());
    Dataset<Row> sound = patches.where(col("geometry").isNotNull());
    Dataset<Row> later = side(sound, groups, id, "@later");
    Dataset<Row> earlier = side(sound, groups, id, "@earlier");
    Column pair =
        Sedona.intersects(col("@later_area"), col("@earlier_area"))
            .and(col("@earlier_id").lt(col("@later_id")));
    for (int i = 0; i < groups.size(); i++) {
      pair = pair.and(col("@later_" + i).equalTo(col("@earlier_" + i)));
    }
    // not to be asked before the join, of all pairs
    Column shared =
        udf(new SharedArea(tolerance), DataTypes.DoubleType)
            .asNondeterministic()
            .apply(col("@later_bytes"), col("@earlier_bytes"));
    List<Column> keys = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      keys.add(col("@later_" + i).as(groups.get(i)));
    }
    keys.add(col("@later_id").as(id));
    return later
        .join(earlier, pair)
        .withColumn("@shared", shared)
        .where(col("@shared").isNotNull())
        .groupBy(keys.toArray(Column[]::new))
        .agg(min(struct(col("@earlier_id"), col("@shared"))).as("@first"))
        .withColumn("other_id", col("@first").getField("@earlier_id"))
        .withColumn("overlap_km2", col("@first").getField("@shared"))
        .drop("@first");
  }

  private static Dataset<Row> side(
      Dataset<Row> patches, List<String> groups, String id, String name) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      columns.add(col(groups.get(i)).as(name + "_" + i));
    }
    columns.add(col(id).as(name + "_id"));
    columns.add(col("geometry").as(name + "_bytes"));
    columns.add(Sedona.geometry(col("geometry")).as(name + "_area"));
    return patches.select(columns.toArray(Column[]::new));
  }

  /** The area in km² that two areas share; null where it is within the tolerance. */
  private static final class SharedArea implements UDF2<byte[], byte[], Double> {
    private static final long serialVersionUID = 1L;
    private final double tolerance;

    SharedArea(double tolerance) {
      this.tolerance = tolerance;
    }

    @Override
    public Double call(byte[] one, byte[] other) throws ParseException {
      Geometry a = new WKBReader().read(one);
      Geometry b = new WKBReader().read(other);
      double smaller = Math.min(a.getArea(), b.getArea());
      double shared = Overlay.intersection(a, b).getArea();
      return shared > tolerance * smaller ? (Double) shared : null;
    }
  }
}
