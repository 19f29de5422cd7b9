package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.renxing.geo.RasterPixels;
import org.renxing.geo.RasterSums;
import org.renxing.jobs.bronze.HeldFile;
import org.renxing.jobs.bronze.SourceFiles;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteSource;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.model.YearRange;
import org.renxing.run.Inputs;
import org.renxing.run.Warning;
import scala.jdk.javaapi.CollectionConverters;

/** Grids, summed over the zones of units by the centres of their pixels. */
public final class RasterSum extends RemoteTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("raster_sum");

  /** Months, overlapping tiles or two sensors under one layer would be added up. */
  private static final String ONCE =
      "pixels cover their zone once: a file a place and year, a layer a sensor";

  private static final StructType NONE =
      StructType.fromDDL(
          "source_id string, layer string, unit_id string, zone string, year int, sum double,"
              + " weighted_sum_km2 double, n_pixels bigint, n_nodata bigint, area_km2 double,"
              + " zone_area_km2 double");

  private static final Column[] FIGURES = {
    sum("weighted_sum_km2").as("weighted_sum_km2"),
    sum("n_pixels").as("n_pixels"),
    sum("n_nodata").as("n_nodata"),
    sum("area_km2").as("area_km2")
  };

  private final LakeFiles files;
  private final Optional<YearRange> years;

  /** Each is read for its hash once in a run. */
  private final Map<String, SourceFiles> found = new ConcurrentHashMap<>();

  /** By run, as they are when its rows are made. */
  private final Map<Inputs, Map<RemoteSource, RasterFiles>> read =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Of the files under new names that were found when the rows were made; the table knows of none.
   */
  private final Set<Warning> renamed = Collections.synchronizedSet(new LinkedHashSet<>());

  /** By run, the notes of what was forgotten before. */
  private final Map<Inputs, Map<String, String>> forgotten =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * The sums of all grids of the run, whose files are read where they lie.
   *
   * @param years limits what is taken in; empty for all
   */
  public RasterSum(RemoteIntake intake, LakeFiles files, Optional<YearRange> years) {
    super(intake, List.of(Group.GRID));
    this.files = files;
    this.years = years;
  }

  /** The grids of a source whose sums are stored and that are no longer there, by name alone. */
  public static List<HeldFile> held(RemoteSource source, Lake lake) {
    return held(source, lake.state(TABLE), lake.files());
  }

  /** The same by a given record of the table. */
  public static List<HeldFile> held(
      RemoteSource source, Optional<TableState> state, LakeFiles files) {
    Set<String> here = SourceFiles.paths(source.files(), files).keySet();
    return RasterFiles.known(source, state).keySet().stream()
        .filter(name -> !here.contains(name))
        .map(name -> RasterFiles.held(source, name))
        .toList();
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
  public String configuration(String part, Optional<TableState> now) {
    return configuration(part) + "\n" + RasterFiles.text(plan(now));
  }

  @Override
  public String years() {
    return years.map(YearRange::toString).orElse("");
  }

  @Override
  public List<Warning> warnings(Optional<TableState> now) {
    Set<Warning> out = new LinkedHashSet<>(renamed);
    plan(now)
        .forEach(
            (source, plan) -> {
              out.addAll(found.get(source.id()).warnings(source.files()));
              out.addAll(plan.renamedWarnings(source));
              plan.gone().forEach(name -> out.add(RasterFiles.held(source, name).warning()));
              List<String> others = plan.outside(found.get(source.id()));
              if (!others.isEmpty()) {
                out.add(
                    new Warning(
                        Warning.Kind.PARTIAL_YEARS,
                        "source %s: as --years said, these files were not taken in as they are now: %s; a run without --years takes them in"
                            .formatted(source.id(), Warning.listed(others))));
              }
            });
    return List.copyOf(out);
  }

  @Override
  public Map<String, String> notes(Inputs inputs) {
    Map<String, String> out = new TreeMap<>(forgotten.get(inputs));
    out.put(RasterFiles.NOTE, RasterFiles.text(read.get(inputs)));
    out.put(KeptSums.OUTLINES, KeptSums.outlines(intake(), inputs));
    out.put(KeptSums.PIXELS, KeptSums.pixels(read.get(inputs).keySet()));
    return out;
  }

  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    Optional<TableState> now = inputs.lake().stored(TABLE);
    Map<RemoteSource, RasterFiles> plan = plan(now);
    read.put(inputs, plan);
    forgotten.put(inputs, ForgetSumsStep.notes(now));
    List<Dataset<Row>> out = new ArrayList<>();
    plan.forEach(
        (source, raster) -> {
          renamed.addAll(raster.renamedWarnings(source));
          if (!raster.read().isEmpty()) {
            out.add(sums(source, raster, inputs));
          }
          if (!raster.kept().isEmpty()) {
            out.add(new KeptSums(source, raster, intake()).of(inputs));
          }
        });
    return out.stream()
        .reduce(Dataset::unionByName)
        .orElseGet(() -> inputs.spark().createDataFrame(List.of(), NONE));
  }

  private Map<RemoteSource, RasterFiles> plan(Optional<TableState> now) {
    Map<RemoteSource, RasterFiles> out = new LinkedHashMap<>();
    for (RemoteSource source : intake().sources()) {
      if (source.family().group() == Group.GRID) {
        SourceFiles here =
            found.computeIfAbsent(source.id(), id -> SourceFiles.find(source.files(), files));
        out.put(source, RasterFiles.of(source, here, now, years));
      }
    }
    return out;
  }

  private Dataset<Row> sums(RemoteSource source, RasterFiles files, Inputs inputs) {
    SortedMap<String, String> paths = new TreeMap<>();
    files.read().forEach((name, file) -> paths.put(name, file.path()));
    Column file = col("source_file");
    Column year =
        files.read().entrySet().stream()
            .map(e -> when(file.equalTo(e.getKey()), lit(e.getValue().year())))
            .reduce(functions::coalesce)
            .orElseThrow();
    Dataset<Row> pixels =
        RasterPixels.of(inputs.spark(), paths, source.layer().orElseThrow().pixels());
    return RasterSums.of(pixels, intake().zones(inputs))
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
}
