package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.renxing.geo.RasterPixels;
import org.renxing.geo.RasterSums;
import org.renxing.jobs.bronze.SourceFiles;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.ErrorCode;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteSource;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import scala.jdk.javaapi.CollectionConverters;

/** Grids, summed over the zones of units by the centres of their pixels. */
public final class RasterSum extends RemoteTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("raster_sum");

  /** Months, overlapping tiles or two sensors under one layer would be added up. */
  private static final String ONCE =
      "pixels cover their zone once: a file a place and year, a layer a sensor";

  private static final Column[] FIGURES = {
    sum("weighted_sum_km2").as("weighted_sum_km2"),
    sum("n_pixels").as("n_pixels"),
    sum("n_nodata").as("n_nodata"),
    sum("area_km2").as("area_km2")
  };

  private final LakeFiles files;

  /** The sums of all grids of the run, whose files are read where they lie. */
  public RasterSum(RemoteIntake intake, LakeFiles files) {
    super(intake, List.of(Group.GRID));
    this.files = files;
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(
            TABLE, "One row a source, zone, unit and year: sums of the pixels whose centres lie in")
        .key("source_id", Type.STRING, "Source")
        .key("layer", Type.STRING, "What the pixels measure")
        .key("unit_id", Type.STRING, "Unit")
        .key("zone", Type.STRING, "Zone of the unit; other = none of its zones")
        .key("year", Type.INT, "Year, from the name of the file")
        .optional("sum", Type.DOUBLE, "", "Sum of pixels; null where none has a value")
        .optional("weighted_sum_km2", Type.DOUBLE, "km2", "Sum of value times area of the pixel")
        .required("n_pixels", Type.LONG, "pixels", "Pixels with a value")
        .required("n_nodata", Type.LONG, "pixels", "Pixels without a value")
        .required("area_km2", Type.DOUBLE, "km2", "Area of all these pixels")
        .required("zone_area_km2", Type.DOUBLE, "km2", "Area of the zone")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .check(
            ONCE,
            "area_km2 * (n_pixels + n_nodata - 20) <= 1.5 * zone_area_km2 * (n_pixels + n_nodata)")
        .build();
  }

  /** Names and hashes of the files stand for what they hold. */
  @Override
  public String configuration(String part) {
    StringBuilder out = new StringBuilder(super.configuration(part));
    for (RemoteSource source : grids()) {
      SourceFiles.find(source.files(), files)
          .byName()
          .forEach((name, file) -> out.append(name).append(' ').append(file.hash()).append('\n'));
    }
    return out.toString();
  }

  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    return grids().stream()
        .map(source -> sums(source, inputs))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private Dataset<Row> sums(RemoteSource source, Inputs inputs) {
    SortedMap<String, String> paths = new TreeMap<>();
    SourceFiles.find(source.files(), files)
        .byName()
        .forEach((name, file) -> paths.put(name, file.path()));
    Column file = col("source_file");
    Column year =
        paths.keySet().stream()
            .map(name -> when(file.equalTo(name), lit(year(source, name))))
            .reduce(functions::coalesce)
            .orElseThrow();
    return RasterSums.of(RasterPixels.of(inputs.spark(), paths), intake().zones(inputs))
        .where(col("unit_id").isNotNull())
        .groupBy(col("unit_id"), col("zone"), year.as("year"))
        .agg(sum("sum").as("sum"), FIGURES)
        .join(
            intake()
                .zones(inputs)
                .select(col("unit_id"), col("zone"), col("area_km2").as("zone_area_km2")),
            CollectionConverters.asScala(List.of("unit_id", "zone")).toSeq())
        .withColumn("source_id", lit(source.id()))
        .withColumn("layer", lit(source.layer().orElseThrow().name()));
  }

  /** Adds the whole of each unit to its zones, and takes the sources of a layer together. */
  static Dataset<Row> withWhole(Dataset<Row> sums) {
    return sums.withColumn("zone", explode(array(lit("all"), col("zone"))))
        .groupBy("layer", "zone", "unit_id", "year")
        .agg(sum("sum").as("sum"), FIGURES)
        .withColumn("mean", col("sum").divide(nullif(col("n_pixels"), lit(0))));
  }

  private List<RemoteSource> grids() {
    return intake().sources().stream().filter(s -> s.family().group() == Group.GRID).toList();
  }

  private static int year(RemoteSource source, String name) {
    Pattern pattern = Pattern.compile(source.layer().orElseThrow().yearFrom());
    Matcher matcher = pattern.matcher(name);
    String text =
        matcher.find()
            ? Objects.requireNonNullElse(
                matcher.groupCount() > 0 ? matcher.group(1) : matcher.group(), "")
            : "";
    if (!text.matches("(19|20|21)\\d\\d")) {
      throw new RenxingException(
          ErrorCode.SOURCE_CONTRACT,
          "source %s, file %s: year-from '%s' finds no year in its name; rename it or correct remote.%s.year-from"
              .formatted(source.id(), name, pattern.pattern(), source.id()));
    }
    return Integer.parseInt(text);
  }
}
