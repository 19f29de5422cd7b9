package org.renxing.jobs.silver.remote;

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
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.renxing.geo.RasterBlock;
import org.renxing.geo.RasterSums;
import org.renxing.geo.ZoneIndex;
import org.renxing.geo.ZoneSum;
import org.renxing.jobs.bronze.HeldFile;
import org.renxing.jobs.bronze.SourceFiles;
import org.renxing.lake.Lake;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.PixelRules;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteSource;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.model.YearRange;
import org.renxing.records.Fields;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;
import org.renxing.run.Warning;

/** Grids, summed over the zones of units by the centres of their pixels. */
public final class RasterSum extends RemoteTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("raster_sum");

  /** Months, overlapping tiles or two sensors under one layer would be added up. */
  private static final String ONCE =
      "pixels cover their zone once: a file a place and year, a layer a sensor";

  /** More pixels are summed by Spark. */
  private static final long MOST_PIXELS = 4_000_000;

  private static final StructType BLOCK =
      StructType.fromDDL("file string, path string, first int, count int, pixels bigint");

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
  public TableRows rows(String part, Inputs inputs) {
    Optional<TableState> now = inputs.lake().stored(TABLE);
    Map<RemoteSource, RasterFiles> plan = plan(now);
    read.put(inputs, plan);
    forgotten.put(inputs, ForgetSumsStep.notes(now));
    List<SourceTotal> out = new ArrayList<>();
    plan.forEach(
        (source, raster) -> {
          renamed.addAll(raster.renamedWarnings(source));
          if (!raster.read().isEmpty()) {
            out.addAll(sums(source, raster, inputs));
          }
          if (!raster.kept().isEmpty()) {
            out.addAll(new KeptSums(source, raster, intake()).of(inputs));
          }
        });
    return LocalRecords.of(out).rowEach(shape(), SourceTotal::row);
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

  private List<SourceTotal> sums(RemoteSource source, RasterFiles raster, Inputs inputs) {
    SortedMap<String, String> paths = new TreeMap<>();
    raster.read().forEach((name, file) -> paths.put(name, file.path()));
    PixelRules rules = source.layer().orElseThrow().pixels();
    ZoneIndex zones = intake().zones(inputs).index();
    TreeMap<String, Integer> yearOf = new TreeMap<>();
    raster.read().forEach((name, file) -> yearOf.put(name, file.year()));
    SerializableConfiguration hadoop = new SerializableConfiguration(files.hadoop());
    List<ZoneSum> sums =
        blocks(RasterBlock.of(paths, rules, files.hadoop()), inputs)
            .flatMap(block -> RasterSums.of(block, rules, zones, hadoop.value()).iterator())
            .where(sum -> !sum.unit().isEmpty())
            .groupedBy(
                sum -> yearOf.get(sum.file()) + "\n" + sum.unit() + "\n" + sum.zone(),
                (place, parts) -> List.of(ZoneSum.of(parts)).iterator())
            .list();
    Map<String, Double> areas = intake().zones(inputs).areas();
    return sums.stream()
        .map(
            sum ->
                SourceTotal.of(
                    source, yearOf.get(sum.file()), sum, areas.get(sum.unit() + "\n" + sum.zone())))
        .toList();
  }

  private static Records<RasterBlock> blocks(List<RasterBlock> blocks, Inputs inputs) {
    if (blocks.stream().mapToLong(RasterBlock::pixels).sum() <= MOST_PIXELS) {
      return LocalRecords.of(blocks);
    }
    List<Row> rows =
        blocks.stream()
            .map(b -> RowFactory.create(b.file(), b.path(), b.first(), b.count(), b.pixels()))
            .toList();
    return TableRecords.of(TABLE, List.of(BLOCK.fieldNames()), RasterSum::block)
        .of(inputs.spark().createDataFrame(rows, BLOCK).repartition(blocks.size()));
  }

  private static RasterBlock block(Fields row) {
    return new RasterBlock(
        row.text("file"),
        row.text("path"),
        row.whole("first"),
        row.whole("count"),
        row.count("pixels"));
  }
}
