package org.renxing.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MetadataBuilder;
import org.renxing.model.ColumnSpec;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;

/**
 * The Delta tables of one root folder: reading at a version, and writing whole tables or some of
 * their parts in one commit each, with comments, row counts and content hashes.
 *
 * <p>State and versions are read from files, so that a run which has nothing to do needs no Spark
 * job.
 */
public final class Lake {
  private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
  private static final String COMMENT = "comment";

  /** Releases name versions: neither their log nor their files may go by age alone. */
  private static final String KEPT = "interval 3650 days";

  private static final String STATE = "_renxing_state.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final SparkSession spark;
  private final String root;
  private final LakeFiles files;

  public Lake(SparkSession spark, String root) {
    this.spark = spark;
    this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    this.files = new LakeFiles(spark.sparkContext().hadoopConfiguration());
  }

  /** The session that reads and writes. */
  public SparkSession spark() {
    return spark;
  }

  /** Files beside the tables. */
  public LakeFiles files() {
    return files;
  }

  /** The root folder or URI. */
  public String root() {
    return root;
  }

  /** The folder of a table. */
  public String path(TableName table) {
    return root + "/" + table.layer() + "/" + table.name();
  }

  /** The newest version of a table; empty where it was never written. */
  public OptionalLong version(TableName table) {
    long newest = -1;
    for (FileStatus file : files.list(path(table) + "/_delta_log")) {
      Matcher commit = COMMIT.matcher(file.getPath().getName());
      if (commit.matches()) {
        newest = Math.max(newest, Long.parseLong(commit.group(1)));
      }
    }
    return newest < 0 ? OptionalLong.empty() : OptionalLong.of(newest);
  }

  /** What the last write left on record, if it still describes the newest version. */
  public Optional<TableState> state(TableName table) {
    Optional<TableState> recorded = files.read(path(table) + "/" + STATE).flatMap(Lake::parse);
    OptionalLong newest = recorded.isPresent() ? version(table) : OptionalLong.empty();
    return recorded.filter(s -> newest.isPresent() && newest.getAsLong() == s.version());
  }

  /**
   * The same; where the table is there and its record is lost or tells of an older version, a state
   * without parts and notes.
   */
  public Optional<TableState> stored(TableName table) {
    return state(table)
        .or(
            () ->
                version(table).stream()
                    .mapToObj(v -> new TableState(v, new TreeMap<>(), new TreeMap<>()))
                    .findFirst());
  }

  /** What a row of the table is, as its last write said. */
  Optional<String> comment(TableName table) {
    return state(table).map(s -> s.notes().get(COMMENT)).filter(text -> !text.isEmpty());
  }

  /** The newest rows of a table. */
  public Dataset<Row> read(TableName table) {
    return spark.read().format("delta").load(path(table));
  }

  /** The rows of a table as they were at a version. */
  public Dataset<Row> readAt(TableName table, long version) {
    return spark.read().format("delta").option("versionAsOf", version).load(path(table));
  }

  /**
   * Writes parts of a table in one commit: the whole table where the parts are all that it is to
   * hold, else only those scenarios. Columns are put in the order of the specification, cast to its
   * types and given its comments; {@code run_id} is filled in.
   *
   * @param parts rows and fingerprint by scenario id or {@link TableState#WHOLE}
   * @param kept parts of the present table that stay as they are
   * @param notes asked once the rows are there; they go into the table's state
   */
  public TableState write(
      TableSpec spec,
      Map<String, Part> parts,
      Map<String, TableState.Part> kept,
      String runId,
      Supplier<Map<String, String>> notes) {
    Map<String, RowWatch> watches = new LinkedHashMap<>();
    Dataset<Row> rows = null;
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      RowWatch watch = new RowWatch(spec);
      watches.put(part.getKey(), watch);
      Dataset<Row> shaped = watch.watch(shape(spec, part.getValue().rows(), runId));
      rows = rows == null ? shaped : rows.unionByName(shaped);
    }
    if (kept.isEmpty()) {
      replaceAll(spec, rows);
    } else {
      replaceScenarios(spec.name(), rows, parts.keySet());
    }
    TreeMap<String, TableState.Part> written = new TreeMap<>(kept);
    parts.forEach(
        (key, part) ->
            written.put(key, watched(spec, key, watches.get(key), part.fingerprint(), runId)));
    Map<String, String> all = new TreeMap<>(notes.get());
    all.put(COMMENT, spec.grain());
    return record(spec.name(), written, all);
  }

  /** Adds rows to a table, creating it where needed; notes go into its state. */
  public TableState append(TableSpec spec, Part part, String runId, Map<String, String> notes) {
    RowWatch watch = new RowWatch(spec);
    Dataset<Row> rows = watch.watch(shape(spec, part.rows(), runId));
    OptionalLong before = version(spec.name());
    if (before.isEmpty()) {
      replaceAll(spec, rows);
    } else {
      guarded(
          spec.name(), () -> rows.write().format("delta").mode("append").save(path(spec.name())));
    }
    TreeMap<String, TableState.Part> written = new TreeMap<>();
    written.put(
        TableState.WHOLE, watched(spec, TableState.WHOLE, watch, part.fingerprint(), runId));
    return record(spec.name(), written, notes);
  }

  /** Records a state as it is to be read from now on. */
  public void note(TableName table, TableState state) {
    saveState(table, state);
  }

  /**
   * Rows to be written.
   *
   * @param fingerprint of everything that the rows are made from
   */
  public record Part(Dataset<Row> rows, String fingerprint) {}

  private TableState.Part watched(
      TableSpec spec, String part, RowWatch watch, String fingerprint, String runId) {
    BrokenRows broken = new BrokenRows(this, spec, part);
    SortedMap<String, Long> violations = watch.broken() > 0 ? broken.conditions() : new TreeMap<>();
    long repeated = watch.repeated() == 0 ? 0 : broken.keys();
    if (repeated > 0) {
      violations.put(TableSpec.UNIQUE_KEY, repeated);
    }
    return new TableState.Part(fingerprint, watch.hash(), watch.rows(), runId, violations);
  }

  /** Replaces all rows; a table that is there keeps its identity and history. */
  private void replaceAll(TableSpec spec, Dataset<Row> rows) {
    if (version(spec.name()).isPresent()) {
      String comment = comment(spec.name()).orElse("");
      guarded(spec.name(), () -> overwrite(spec, rows));
      if (!spec.grain().equals(comment)) {
        String text = spec.grain().replace("\\", "\\\\").replace("'", "\\'");
        spark.sql("COMMENT ON TABLE delta.`" + path(spec.name()) + "` IS '" + text + "'");
      }
    } else {
      create(spec, rows);
    }
  }

  private void overwrite(TableSpec spec, Dataset<Row> rows) {
    rows.write()
        .format("delta")
        .mode("overwrite")
        .option("overwriteSchema", "true")
        .partitionBy(spec.isByScenario() ? new String[] {"scenario_id"} : new String[0])
        .save(path(spec.name()));
  }

  /** Makes a table; a run that was killed while it made it may have left a folder without it. */
  private void create(TableSpec spec, Dataset<Row> rows) {
    var writer =
        rows.writeTo("delta.`" + path(spec.name()) + "`")
            .using("delta")
            .tableProperty("comment", spec.grain())
            .tableProperty("delta.logRetentionDuration", KEPT)
            .tableProperty("delta.deletedFileRetentionDuration", KEPT);
    guarded(
        spec.name(),
        () -> {
          if (spec.isByScenario()) {
            writer.partitionedBy(col("scenario_id")).createOrReplace();
          } else {
            writer.createOrReplace();
          }
        });
  }

  private void replaceScenarios(TableName table, Dataset<Row> rows, Iterable<String> scenarios) {
    String quoted = "'" + String.join("','", scenarios) + "'";
    guarded(
        table,
        () ->
            rows.write()
                .format("delta")
                .mode("overwrite")
                .option("replaceWhere", "scenario_id IN (" + quoted + ")")
                .save(path(table)));
  }

  /**
   * Rows in the columns, types and order of a specification, with its comments; {@code run_id} is
   * filled in.
   */
  public Dataset<Row> shape(TableSpec spec, Dataset<Row> rows, String runId) {
    List<Column> columns = new ArrayList<>();
    for (ColumnSpec column : spec.columns()) {
      boolean isStamp = column.name().equals("run_id") && !spec.name().layer().equals("ops");
      Column value = isStamp ? lit(runId) : col(column.name());
      columns.add(
          value
              .cast(DataType.fromDDL(column.type().sql()))
              .as(
                  column.name(),
                  new MetadataBuilder().putString("comment", comment(column)).build()));
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  /** The comment of a column as it is stored, with its unit of measure. */
  public static String comment(ColumnSpec column) {
    return column.unit().isEmpty()
        ? column.comment()
        : column.comment() + " [" + column.unit() + "]";
  }

  private TableState record(
      TableName table, Map<String, TableState.Part> parts, Map<String, String> notes) {
    TableState state =
        new TableState(version(table).orElseThrow(), new TreeMap<>(parts), new TreeMap<>(notes));
    saveState(table, state);
    return state;
  }

  private void saveState(TableName table, TableState state) {
    try {
      files.write(path(table) + "/" + STATE, JSON.writeValueAsString(state));
    } catch (JsonProcessingException e) {
      throw new RenxingException(ErrorCode.INTERNAL, table + ": cannot record its state", e);
    }
  }

  private static Optional<TableState> parse(String text) {
    try {
      return Optional.of(JSON.readValue(text, TableState.class));
    } catch (JsonProcessingException tornWrite) {
      return Optional.empty();
    }
  }

  private void guarded(TableName table, CheckedWrite write) {
    try {
      write.run();
    } catch (Exception e) {
      throw DeltaErrors.translate(table, path(table), e);
    }
  }

  /** A write that may throw Spark's checked exceptions. */
  private interface CheckedWrite {
    void run() throws Exception;
  }
}
