package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.jobs.silver.Account;
import org.renxing.jobs.silver.RowReasons;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteSource;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import org.renxing.run.Warning;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The account of each source of fine-grained observations: what came in equals what is used plus
 * what was set aside, counted from the stored tables; and areas are as large in pieces as whole.
 */
public final class RemoteAccount extends RemoteTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("remote_account");

  private static final StructType RECEIVED =
      StructType.fromDDL(
          "source_id string, family string, rows_in bigint, max_quarantine_share double,"
              + " is_simulated boolean");

  private static final StructType FILES =
      StructType.fromDDL("source_file string, rows_in bigint, source_id string");

  private static final String SAME_AREA =
      "abs(area_in_km2 - area_placed_km2 - area_outside_km2) <= 1e-9 * area_in_km2";

  public RemoteAccount(RemoteIntake intake) {
    super(intake, Arrays.asList(Group.values()));
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(
            TABLE, "One row a remote source of rows: what came in, what is used, what not")
        .key("source_id", Type.STRING, "Source")
        .required("family", Type.STRING, "", "What the source observes")
        .required("rows_in", Type.LONG, "rows", "Rows that the files of the source hold")
        .required("rows_valid", Type.LONG, "rows", "Rows in silver tables")
        .required("rows_quarantined", Type.LONG, "rows", "Rows in silver.remote_quarantine")
        .required("rows_noted", Type.LONG, "rows", "Notes below tables: kept, and no data")
        .optional("area_in_km2", Type.DOUBLE, "km2", "Area of valid patches; null for others")
        .optional("area_placed_km2", Type.DOUBLE, "km2", "Area of their pieces within units")
        .optional("area_outside_km2", Type.DOUBLE, "km2", "Area of their parts outside all units")
        .required("max_quarantine_share", Type.DOUBLE, "0-1", "Largest share that may be set aside")
        .required("is_simulated", Type.BOOLEAN, "", "Whether the observations are made up")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .with(Account::balance)
        .check("area in = area placed + area outside", SAME_AREA)
        .with(Account.limit("rows"))
        .with(Account::files)
        .build();
  }

  @Override
  public List<TableName> inputs() {
    List<TableName> out = new ArrayList<>(super.inputs());
    out.add(RemoteQuarantine.TABLE);
    if (intake().has(Group.OCCUPANCY)) {
      out.add(OccupancyArea.TABLE);
    }
    if (intake().has(Group.STREET)) {
      out.add(StreetViewPoint.TABLE);
    }
    if (intake().has(Group.LAND)) {
      out.add(LandPatch.TABLE);
    }
    return out;
  }

  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    Dataset<Row> aside =
        plain(
            inputs.read(RemoteQuarantine.TABLE),
            when(col("reason_code").equalTo(RowReasons.FOOTNOTE), "rows_noted")
                .otherwise("rows_quarantined"));
    Dataset<Row> counts =
        valid(inputs)
            .reduce(Dataset::unionByName)
            .map(aside::unionByName)
            .orElse(aside)
            .groupBy("source_id")
            .agg(
                Account.counted("rows_valid"),
                Account.counted("rows_quarantined"),
                Account.counted("rows_noted"),
                sum("area_in").as("area_in_km2"),
                sum("placed").as("area_placed_km2"),
                sum("outside").as("area_outside_km2"));
    Dataset<Row> all =
        received(inputs)
            .join(counts, names("source_id"), "left")
            .join(Account.worstFile(byFile(inputs)), names("source_id"), "left");
    for (String column : List.of("rows_valid", "rows_quarantined", "rows_noted")) {
      all = all.withColumn(column, coalesce(col(column), lit(0L)));
    }
    return all;
  }

  /** A row for each source with rows, whatever became of them. */
  private Dataset<Row> received(Inputs inputs) {
    List<Row> rows = new ArrayList<>();
    for (RemoteSource source : intake().sources()) {
      if (source.family().group() != Group.GRID) {
        rows.add(
            RowFactory.create(
                source.id(),
                source.family().text(),
                BronzeTables.rowsNow(source.files(), inputs),
                source.files().maxQuarantineShare(),
                source.files().isSimulated()));
      }
    }
    return inputs.spark().createDataFrame(rows, RECEIVED);
  }

  /** One row a file or sheet: how many of its rows are used, and how many set aside. */
  private Dataset<Row> byFile(Inputs inputs) {
    Dataset<Row> aside =
        inputs
            .read(RemoteQuarantine.TABLE)
            .groupBy("source_id", "source_file")
            .agg(
                count_if(col("reason_code").notEqual(RowReasons.FOOTNOTE)).as("rows_lost"),
                count(lit(1)).as("rows_aside"));
    return intake().sources().stream()
        .filter(source -> source.family().group() != Group.GRID)
        .map(
            source ->
                BronzeTables.current(source.files(), inputs)
                    .groupBy("source_file")
                    .agg(count(lit(1)).as("rows_in"))
                    .withColumn("source_id", lit(source.id())))
        .reduce(Dataset::unionByName)
        .orElseGet(() -> inputs.spark().createDataFrame(List.of(), FILES))
        .join(aside, names("source_id", "source_file"), "left")
        .select(
            col("source_id"),
            col("source_file"),
            coalesce(col("rows_lost"), lit(0L)).as("rows_lost"),
            col("rows_in").minus(coalesce(col("rows_aside"), lit(0L))).as("rows_used"));
  }

  private static Seq<String> names(String... columns) {
    return CollectionConverters.asScala(List.of(columns)).toSeq();
  }

  /** One row a used row of a source; of a divided patch one a piece, its first as valid. */
  private Stream<Dataset<Row>> valid(Inputs inputs) {
    List<Dataset<Row>> out = new ArrayList<>();
    if (intake().has(Group.OCCUPANCY)) {
      out.add(plain(inputs.read(OccupancyArea.TABLE), lit("rows_valid")));
    }
    if (intake().has(Group.STREET)) {
      out.add(plain(inputs.read(StreetViewPoint.TABLE), lit("rows_valid")));
    }
    if (intake().has(Group.PLACE)) {
      out.add(plain(intake().sound(Group.PLACE, inputs), lit("rows_valid")));
    }
    if (intake().has(Group.LAND)) {
      out.add(patches(inputs));
    }
    return out.stream();
  }

  /** Rows without area. */
  private static Dataset<Row> plain(Dataset<Row> rows, Column measure) {
    return rows.select(
        col("source_id"),
        measure.as("measure"),
        lit(null).cast("double").as("area_in"),
        lit(null).cast("double").as("placed"),
        lit(null).cast("double").as("outside"));
  }

  private Dataset<Row> patches(Inputs inputs) {
    Dataset<Row> placed =
        inputs
            .read(LandPatch.TABLE)
            .groupBy("source_id", "family", "patch_id", "year")
            .agg(max("patch_area_km2").as("area_in"), sum("area_km2").as("placed"));
    Dataset<Row> outside =
        intake()
            .outside(inputs)
            .groupBy("source_id")
            .agg(sum("area_km2").as("outside"))
            .select(
                col("source_id"),
                lit("outside").as("measure"),
                lit(0.0).as("area_in"),
                lit(0.0).as("placed"),
                col("outside"));
    return placed
        .select(
            col("source_id"),
            lit("rows_valid").as("measure"),
            col("area_in"),
            col("placed"),
            lit(0.0).as("outside"))
        .unionByName(outside);
  }

  @Override
  public Map<String, String> notes(Inputs inputs) {
    return Account.notes(inputs.lake().read(TABLE).collectAsList(), RemoteQuarantine.TABLE);
  }

  @Override
  public List<Warning> warnings(Optional<TableState> now) {
    return Account.warnings(now);
  }

  @Override
  public String explain(Inputs inputs) {
    Dataset<Row> aside =
        inputs.read(RemoteQuarantine.TABLE).orderBy("source_id", "source_file", "row_number");
    return Account.lostFiles(inputs.lake().read(TABLE))
        + Account.examples(RemoteQuarantine.TABLE, aside, lit(""))
        + super.explain(inputs);
  }
}
