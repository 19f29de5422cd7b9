package org.renxing.geo;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.ExactSum;

/** Sums of rasters by unit and zone. */
public final class RasterSums {
  private RasterSums() {}

  /**
   * By source_file, unit_id and zone: sum (of values; null where there is none), weighted_sum_km2
   * (of value times area, likewise), n_pixels (with a value), n_nodata, area_km2 (of all pixels). A
   * pixel is of the piece in which its centre lies, by the rules of {@link SpatialJoin#points}, so
   * that none counts twice; those outside all pieces have null in unit_id and zone, so that the
   * rows of a file sum to the file. Sums do not depend on the order of the pixels.
   *
   * @param pixels of {@link RasterPixels}
   */
  public static Dataset<Row> of(Dataset<Row> pixels, Dataset<Row> zonePolygons) {
    return SpatialJoin.points(pixels, zonePolygons)
        .groupBy("source_file", "unit_id", "zone")
        .agg(
            ExactSum.wide(col("value")).as("sum"),
            ExactSum.wide(col("value").multiply(col("area_km2"))).as("weighted_sum_km2"),
            count(col("value")).as("n_pixels"),
            count(lit(1)).minus(count(col("value"))).as("n_nodata"),
            ExactSum.wide(col("area_km2")).as("area_km2"));
  }
}
