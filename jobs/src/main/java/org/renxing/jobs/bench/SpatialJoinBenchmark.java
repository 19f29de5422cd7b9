package org.renxing.jobs.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.renxing.geo.GeometryIntake;
import org.renxing.geo.ZoneIndex;
import org.renxing.geo.ZoneMap;
import org.renxing.geo.ZonePiece;
import org.renxing.model.Crs;
import org.renxing.model.Extent;
import org.renxing.model.GeometryForm;

/**
 * Times the join of made-up points with 300 units of 200 corners each, a degree by a degree, so
 * that the unit of each point is known without it.
 */
public final class SpatialJoinBenchmark {
  private static final int WEST = 100;
  private static final int SOUTH = 20;
  private static final int COLUMNS = 20;
  private static final int ROWS = 15;
  private static final int CORNERS = 50;
  private static final Extent EXTENT = new Extent(WEST, SOUTH, WEST + COLUMNS, SOUTH + ROWS);

  private SpatialJoinBenchmark() {}

  /**
   * Figures of one pass.
   *
   * @param points joined and counted by unit
   * @param zoneSeconds the making of the zone polygons
   * @param joinSeconds the join with its aggregation
   * @param plainSeconds the same aggregation of the same points by the unit that is known
   * @param misplaced points that are not in the unit that is known; 0 unless the join is wrong
   */
  public record Result(
      long points, double zoneSeconds, double joinSeconds, double plainSeconds, long misplaced) {
    /** Points joined and counted in a second. */
    public double pointsPerSecond() {
      return points / joinSeconds;
    }
  }

  /** One pass over so many points, made as they are read on all cores of the session. */
  public static Result run(SparkSession spark, long points) {
    long start = System.nanoTime();
    ZoneIndex zones = new ZoneIndex(ZoneMap.of(units()).pieces());
    double zoneSeconds = secondsSince(start);
    Dataset<Row> made = points(spark, points);
    start = System.nanoTime();
    List<Row> joined = counted(made.withColumn("unit_id", unit(zones)), col("unit_id"));
    double joinSeconds = secondsSince(start);
    start = System.nanoTime();
    List<Row> plain = counted(made.withColumn("unit_id", col("known")), col("known"));
    double plainSeconds = secondsSince(start);
    long seen = joined.stream().mapToLong(r -> r.getLong(1)).sum();
    long right = joined.stream().mapToLong(r -> r.getLong(2)).sum();
    long known = plain.stream().mapToLong(r -> r.getLong(2)).sum();
    return new Result(
        points, zoneSeconds, joinSeconds, plainSeconds, Math.max(seen, known) - right);
  }

  private static List<Row> counted(Dataset<Row> points, Column unit) {
    return points
        .groupBy(unit)
        .agg(count(lit(1)), count_if(col("unit_id").equalTo(col("known"))), sum("lon"), sum("lat"))
        .collectAsList();
  }

  private static Dataset<Row> points(SparkSession spark, long n) {
    Dataset<Row> places =
        spark
            .range(0, n, 1, spark.sparkContext().defaultParallelism())
            .select(
                place(1).multiply(COLUMNS).plus(WEST).as("lon"),
                place(2).multiply(ROWS).plus(SOUTH).as("lat"));
    Column column = floor(col("lon")).minus(WEST);
    Column row = floor(col("lat")).minus(SOUTH);
    return places.withColumn(
        "known", concat(lit("u"), row.multiply(COLUMNS).plus(column).plus(1000)));
  }

  /** A number from 0 to 1 that is on no border. */
  private static Column place(int salt) {
    return pmod(xxhash64(col("id"), lit(salt)), lit(1L << 40))
        .plus(0.5)
        .divide((double) (1L << 40));
  }

  private static Column unit(ZoneIndex zones) {
    UDF2<Double, Double, String> find =
        (lon, lat) -> zones.find(lon, lat).map(ZonePiece::unit).orElse(null);
    return udf(find, DataTypes.StringType).apply(col("lon"), col("lat"));
  }

  private static List<ZonePiece> units() {
    GeometryForm form =
        new GeometryForm(GeometryForm.Encoding.WKT, GeometryForm.Shape.AREA, Crs.WGS84, EXTENT);
    List<ZonePiece> out = new ArrayList<>();
    for (int i = 0; i < COLUMNS * ROWS; i++) {
      String text = square(WEST + i % COLUMNS, SOUTH + i / COLUMNS);
      out.add(new ZonePiece("u" + (1000 + i), "", GeometryIntake.read(form, text).place().plane()));
    }
    return out;
  }

  private static String square(int west, int south) {
    List<String> places = new ArrayList<>();
    for (int side = 0; side < 4; side++) {
      for (int i = 0; i < CORNERS; i++) {
        double along = (double) i / CORNERS;
        double lon = side == 0 ? along : side == 1 ? 1 : side == 2 ? 1 - along : 0;
        double lat = side == 0 ? 0 : side == 1 ? along : side == 2 ? 1 : 1 - along;
        places.add(String.format(Locale.ROOT, "%.4f %.4f", west + lon, south + lat));
      }
    }
    places.add(places.get(0));
    return "POLYGON ((" + String.join(", ", places) + "))";
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
