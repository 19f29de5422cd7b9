package org.renxing.geo;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.column.NumberText;
import org.renxing.model.ErrorCode;
import org.renxing.model.Extent;
import org.renxing.model.GeometryForm;
import org.renxing.model.GeometryForm.Encoding;
import org.renxing.model.RenxingException;

/**
 * Reads the geometry of rows and judges it; no row is lost and none fails. The columns added:
 *
 * <ul>
 *   <li>{@code geometry}: well-known binary in the plane of {@link EqualArea}; null for points,
 *       which longitude and latitude say in full
 *   <li>{@code lon}, {@code lat}: of the point, or of a point within the area
 *   <li>{@code area_km2}: true area; null for points
 *   <li>{@code geometry_code}, {@code geometry_defect}: a {@link GeometryDefect} and what it is;
 *       null where the geometry is sound, and then only the columns above are not null
 * </ul>
 */
public final class GeometryIntake {
  private static final StructType READ =
      new StructType()
          .add("geometry", DataTypes.BinaryType)
          .add("lon", DataTypes.DoubleType)
          .add("lat", DataTypes.DoubleType)
          .add("area_km2", DataTypes.DoubleType)
          .add("geometry_code", DataTypes.StringType)
          .add("geometry_defect", DataTypes.StringType);

  private GeometryIntake() {}

  /**
   * The rows with the columns of their geometry.
   *
   * @param cells the column of the geometry, of text or binary; for {@link Encoding#LON_LAT} those
   *     of longitude and latitude, of text or numbers
   */
  public static Dataset<Row> read(Dataset<Row> rows, GeometryForm form, Column... cells) {
    int wanted = form.encoding() == Encoding.LON_LAT ? 2 : 1;
    if (cells.length != wanted) {
      throw new RenxingException(
          ErrorCode.INTERNAL,
          String.format(
              Locale.ROOT,
              "geometry as %s: needs %d columns, got %d",
              form.encoding(),
              wanted,
              cells.length));
    }
    return form.encoding() == Encoding.LON_LAT
        ? points(rows, form.extent(), cells[0], cells[1])
        : parsed(rows, form, cells[0]);
  }

  private static Dataset<Row> parsed(Dataset<Row> rows, GeometryForm form, Column cell) {
    DataType type = rows.select(cell).schema().fields()[0].dataType();
    Column read =
        type.equals(DataTypes.BinaryType)
            ? udf((UDF1<byte[], Row>) new ParsedGeometry.OfBytes(form), READ)
                .asNondeterministic()
                .apply(cell)
            : udf((UDF1<String, Row>) new ParsedGeometry.OfText(form), READ)
                .asNondeterministic()
                .apply(cell.cast("string"));
    Dataset<Row> out = rows.withColumn("@geometry", read);
    for (String field : READ.fieldNames()) {
      out = out.withColumn(field, col("@geometry").getField(field));
    }
    return out.drop("@geometry");
  }

  private static Dataset<Row> points(Dataset<Row> rows, Extent extent, Column lon, Column lat) {
    Dataset<Row> out =
        rows.withColumn("@lon", number(rows, lon)).withColumn("@lat", number(rows, lat));
    Column x = col("@lon");
    Column y = col("@lat");
    Column at =
        concat(
            lit("("),
            coalesce(lon.cast("string"), lit("")),
            lit(", "),
            coalesce(lat.cast("string"), lit("")),
            lit(")"));
    Column isEmpty = blank(lon).and(blank(lat));
    Column code =
        when(isEmpty, lit(GeometryDefect.EMPTY_GEOMETRY.name()))
            .when(
                finite(x).and(finite(y)).equalTo(lit(false)),
                lit(GeometryDefect.BAD_GEOMETRY.name()))
            .when(within(extent, x, y), lit(null).cast("string"))
            .when(within(extent, y, x), lit(GeometryDefect.SWAPPED_AXES.name()))
            .otherwise(lit(GeometryDefect.OUT_OF_EXTENT.name()));
    Column what =
        when(col("geometry_code").isNull(), lit(null).cast("string"))
            .when(isEmpty, lit("longitude and latitude are blank"))
            .when(
                col("geometry_code").equalTo(GeometryDefect.BAD_GEOMETRY.name()),
                concat(at, lit(" is no pair of numbers")))
            .when(
                col("geometry_code").equalTo(GeometryDefect.SWAPPED_AXES.name()),
                concat(
                    at,
                    lit(" lies in the declared extent only with longitude and latitude exchanged")))
            .otherwise(concat(at, lit(" lies outside the declared extent, " + extent.text())));
    return out.withColumn("geometry_code", code)
        .withColumn("geometry_defect", what)
        .withColumn("geometry", lit(null).cast("binary"))
        .withColumn("lon", when(col("geometry_code").isNull(), x))
        .withColumn("lat", when(col("geometry_code").isNull(), y))
        .withColumn("area_km2", lit(null).cast("double"))
        .drop("@lon", "@lat");
  }

  private static Column number(Dataset<Row> rows, Column cell) {
    DataType type = rows.select(cell).schema().fields()[0].dataType();
    return type.equals(DataTypes.StringType) ? NumberText.parse(cell) : cell.cast("double");
  }

  private static Column blank(Column cell) {
    return cell.isNull().or(length(NumberText.stripped(cell.cast("string"))).equalTo(0));
  }

  private static Column finite(Column number) {
    return coalesce(
        isnan(number).equalTo(lit(false)).and(abs(number).lt(Double.POSITIVE_INFINITY)),
        lit(false));
  }

  private static Column within(Extent extent, Column lon, Column lat) {
    return lon.between(extent.west(), extent.east())
        .and(lat.between(extent.south(), extent.north()));
  }
}
