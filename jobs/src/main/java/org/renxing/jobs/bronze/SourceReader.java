package org.renxing.jobs.bronze;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.geo.GeoParquet;
import org.renxing.intake.LayoutFinder;
import org.renxing.intake.RowForm;
import org.renxing.lake.Lake;
import org.renxing.lake.TableRows;
import org.renxing.model.ErrorCode;
import org.renxing.model.IntakeLimits;
import org.renxing.model.RemoteSource.Geometry;
import org.renxing.model.RenxingException;
import org.renxing.model.SourceSpec;
import org.renxing.name.MeasureNames;

/**
 * Reads the files of a source into one form, whatever theirs: source_file, row_number, cells (head
 * to text), defect. Heads are checked against the contract before anything is read.
 */
final class SourceReader {
  private static final StructType RECEIVED =
      new StructType()
          .add("source_file", DataTypes.StringType)
          .add("row_number", DataTypes.LongType)
          .add("cells", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))
          .add("defect", DataTypes.StringType);

  /** The option of Spark by which the name of a file is no pattern. */
  private static final String GLOB = "__globPaths__";

  private final SourceSpec source;
  private final IntakeLimits limits;
  private final LayoutFinder finder;
  private final Lake lake;
  private final Optional<Geometry> geometry;

  /**
   * A reader.
   *
   * @param geometry what a source of fine-grained observations says of its places
   */
  SourceReader(
      SourceSpec source,
      MeasureNames measures,
      IntakeLimits limits,
      Lake lake,
      Optional<Geometry> geometry) {
    this.source = source;
    this.geometry = geometry;
    this.limits = limits;
    this.finder = new LayoutFinder(source, measures, limits);
    this.lake = lake;
  }

  /**
   * The rows of the given files (relative name to path): held here where they are few, else planned
   * by Spark.
   */
  TableRows read(Map<String, String> files) {
    return switch (source.format()) {
      case CSV, JSON_LINES, GEOJSON, XLSX -> readFiles(files);
      case PARQUET, DELTA -> planned(readTables(files));
      case GEOTIFF ->
          throw new RenxingException(
              ErrorCode.INTERNAL, "source " + source.id() + ": grids have no rows");
    };
  }

  private TableRows readFiles(Map<String, String> files) {
    List<HeldIntake.Table> tables = new ArrayList<>();
    files.forEach(
        (name, path) ->
            finder
                .find(new LakeBytes(name, path, lake.files()))
                .forEach(layout -> tables.add(new HeldIntake.Table(name, path, layout))));
    RowForm form = RowForm.of(source, limits);
    return new HeldIntake(form, lake.files())
        .read(tables)
        .<TableRows>map(held -> held)
        .orElseGet(() -> planned(distributed(tables, form)));
  }

  private Dataset<Row> distributed(List<HeldIntake.Table> tables, RowForm form) {
    List<Row> rows =
        tables.stream().map(t -> ReceivedRows.table(t.name(), t.path(), t.layout())).toList();
    return lake.spark()
        .createDataFrame(rows, ReceivedRows.TABLE)
        .repartition(rows.size())
        .flatMap(new ReceivedRows(form), Encoders.row(RECEIVED));
  }

  private static TableRows planned(Dataset<Row> rows) {
    return new TableRows.Planned(
        rows.withColumn("row_hash", RowHash.column()).withColumn("is_removed", lit(false)));
  }

  private Dataset<Row> readTables(Map<String, String> files) {
    Dataset<Row> out = null;
    String format = source.format() == SourceSpec.Format.DELTA ? "delta" : "parquet";
    if (source.format() == SourceSpec.Format.PARQUET) {
      files.forEach(this::requireFooter);
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Dataset<Row> table =
          lake.spark().read().format(format).option(GLOB, "false").load(file.getValue());
      finder.require(file.getKey(), List.of(table.columns()));
      Dataset<Row> rows =
          table.select(
              lit(file.getKey()).as("source_file"),
              monotonically_increasing_id().plus(1).as("row_number"),
              CellTexts.of(table.schema()).as("cells"),
              lit(null).cast("string").as("defect"));
      out = out == null ? rows : out.unionByName(rows);
    }
    return out;
  }

  private void requireFooter(String file, String path) {
    String subject = "source " + source.id() + ", file " + file;
    Map<String, String> footer = ParquetFooter.metadata(lake.spark(), subject, path);
    geometry.ifPresent(g -> GeoParquet.require(subject, footer, g.column(), g.form()));
  }
}
