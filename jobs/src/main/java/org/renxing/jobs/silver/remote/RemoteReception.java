package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.column.NumberText;
import org.renxing.geo.GeometryIntake;
import org.renxing.jobs.silver.RowReasons;
import org.renxing.jobs.silver.UnitLookup;
import org.renxing.model.RemoteSource;
import org.renxing.run.Inputs;

/**
 * The rows of one source, judged by themselves: {@link RemoteRows} with year, is_carried, unit_id
 * (where rows carry it), geometry, lon, lat, area_km2 and fault.
 */
final class RemoteReception {
  private static final int FOR_EVER = 9999;

  private RemoteReception() {}

  static Dataset<Row> of(RemoteSource source, Inputs inputs) {
    Dataset<Row> read =
        RemoteRows.of(source, inputs).withColumn("year", NumberText.year(col("year_text")));
    Dataset<Row> judged =
        located(source, read)
            .withColumn("fault", RemoteFault.of(source))
            .withColumn("is_carried", lit(source.isCarried()));
    Dataset<Row> fitting =
        source.geometry().isEmpty()
            ? judged
            : judged.withColumn("fault", coalesce(col("fault"), ofGeometry()));
    Dataset<Row> carried =
        source.isCarried()
            ? carried(source, fitting, inputs)
            : fitting.withColumn("unit_id", lit(null).cast("string"));
    Dataset<Row> out = source.idColumn().isEmpty() ? carried : unique(carried);
    return out.drop(
        "defect",
        "note",
        "year_text",
        "unit_text",
        "bad_number",
        "geometry_text",
        "lon_text",
        "lat_text",
        "geometry_code",
        "geometry_defect");
  }

  private static Dataset<Row> located(RemoteSource source, Dataset<Row> rows) {
    if (source.geometry().isEmpty()) {
      return rows.withColumn("geometry", lit(null).cast("binary"))
          .withColumn("lon", lit(null).cast("double"))
          .withColumn("lat", lit(null).cast("double"))
          .withColumn("area_km2", lit(null).cast("double"));
    }
    RemoteSource.Geometry geometry = source.geometry().get();
    return geometry.latitude().isPresent()
        ? GeometryIntake.read(rows, geometry.form(), col("lon_text"), col("lat_text"))
        : GeometryIntake.read(rows, geometry.form(), col("geometry_text"));
  }

  private static Column ofGeometry() {
    return when(
        col("geometry_code").isNotNull(),
        struct(col("geometry_code").as("code"), col("geometry_defect").as("reason")));
  }

  /** Of several rows about one thing and year the first that is sound so far counts. */
  private static Dataset<Row> unique(Dataset<Row> rows) {
    WindowSpec same =
        Window.partitionBy("source_id", "observation_id", "year")
            .orderBy(
                col("fault").isNotNull(), col("source_file"), col("row_number"), col("row_hash"));
    Column again =
        when(
            col("copy").gt(1),
            RemoteFault.fault(
                "DUPLICATE_ID",
                concat(
                    lit("'"),
                    col("observation_id"),
                    lit("' stands for the same year in an earlier row"))));
    return rows.withColumn("copy", row_number().over(same))
        .withColumn("fault", coalesce(col("fault"), again))
        .drop("copy");
  }

  private static Dataset<Row> carried(RemoteSource source, Dataset<Row> rows, Inputs inputs) {
    Column division = coalesce(lit(source.files().division().orElse(null)), col("year"));
    Dataset<Row> known =
        UnitLookup.of(
            rows.withColumn("division_year", coalesce(division.cast("int"), lit(FOR_EVER))),
            inputs);
    Column code = RowReasons.unitCode();
    Column fault =
        when(code.isNotNull(), struct(code.as("code"), RowReasons.unitText(code).as("reason")));
    return known
        .withColumn("fault", coalesce(col("fault"), fault))
        .withColumn("unit_id", when(col("fault").isNull(), element_at(col("best"), lit(1))))
        .drop("alias", "candidates", "in_year", "best", "division_year");
  }
}
