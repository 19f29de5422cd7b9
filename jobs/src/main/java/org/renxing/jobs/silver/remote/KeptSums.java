package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ErrorCode;
import org.renxing.model.RemoteSource;
import org.renxing.model.RenxingException;
import org.renxing.run.Inputs;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Stored sums of years that cannot be made again now, since a file of theirs is gone, or has
 * changed and is not asked for. They hold as long as the zones are what they were.
 *
 * @param zones unit_id, zone, area_km2 as they are now
 */
record KeptSums(RemoteSource source, RasterFiles files, Dataset<Row> zones) {
  /** Areas that differ by more are those of other outlines. */
  private static final double SAME = 1e-9;

  /**
   * The rows, without run_id.
   *
   * @throws RenxingException SOURCE_CONTRACT where an outline has changed since they were made
   */
  Dataset<Row> of(Inputs inputs) {
    Dataset<Row> rows =
        inputs
            .lake()
            .read(RasterSum.TABLE)
            .where(
                col("source_id").equalTo(source.id()).and(col("year").isin(files.kept().toArray())))
            .withColumn("layer", lit(source.layer().orElseThrow().name()))
            .drop("run_id");
    requireSameZones(rows);
    return rows;
  }

  private void requireSameZones(Dataset<Row> rows) {
    Dataset<Row> now = zones.select(col("unit_id"), col("zone"), col("area_km2").as("now_km2"));
    rows.join(now, CollectionConverters.asScala(List.of("unit_id", "zone")).toSeq(), "left")
        .where(
            coalesce(
                abs(col("now_km2").minus(col("zone_area_km2")))
                    .gt(col("zone_area_km2").multiply(SAME)),
                lit(true)))
        .orderBy("unit_id", "zone", "year")
        .limit(1)
        .collectAsList()
        .forEach(this::refuse);
  }

  private void refuse(Row row) {
    String why =
        files.gone().isEmpty()
            ? "a file of that year has changed and is outside --years; run without --years"
            : "%s is no longer there; put it back (or, to count only the files that are there, delete _renxing_state.json in the folder of %s)"
                .formatted(String.join(", ", files.gone()), RasterSum.TABLE);
    throw new RenxingException(
        ErrorCode.SOURCE_CONTRACT,
        "source %s: the outline of unit %s, zone %s, has changed, and the sums of %d cannot be made again, since %s"
            .formatted(
                source.id(),
                row.<String>getAs("unit_id"),
                row.<String>getAs("zone"),
                row.<Integer>getAs("year"),
                why));
  }
}
