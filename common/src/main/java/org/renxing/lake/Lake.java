package org.renxing.lake;

import io.delta.kernel.engine.Engine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
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

  /** The note that holds what a row of the table is. */
  static final String COMMENT = "comment";

  private final Supplier<SparkSession> session;
  private final String root;
  private final LakeFiles files;
  private final TableStates states;
  private final Manifests manifests;
  private final TableCheck check;
  private final Engine kernel;
  private final int mostLocal;

  public Lake(SparkSession spark, String root) {
    this(spark, root, LocalRows.MOST);
  }

  Lake(SparkSession spark, String root, int mostLocal) {
    this(() -> spark, spark.sparkContext().hadoopConfiguration(), root, mostLocal);
  }

  /**
   * A lake whose session is started when it is first needed.
   *
   * @param mostLocal how many rows of one write or table are held here at most; below 0 for none
   */
  public Lake(Supplier<SparkSession> session, Configuration hadoop, String root, int mostLocal) {
    this.mostLocal = mostLocal;
    this.session = session;
    this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    this.files = new LakeFiles(hadoop);
    this.states = new TableStates(files);
    this.manifests = new Manifests(files);
    this.check = new TableCheck(files, manifests, this::path);
    this.kernel = KernelTable.engine(hadoop);
  }

  /** The session that reads and writes. */
  public SparkSession spark() {
    return session.get();
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
    return TableLog.of(files, path(table)).newest();
  }

  /** What the last write left on record, if it still describes the newest version. */
  public Optional<TableState> state(TableName table) {
    Optional<TableState> recorded = states.find(path(table)).map(TableStates.Recorded::state);
    OptionalLong newest = recorded.isPresent() ? version(table) : OptionalLong.empty();
    return recorded.filter(s -> newest.isPresent() && newest.getAsLong() == s.version());
  }

  /** What the last write left on record, though it may describe another version than the newest. */
  public Optional<TableState> lastState(TableName table) {
    return states.find(path(table)).map(TableStates.Recorded::state);
  }

  /**
   * What the last write left on record; where the table is there and its record is lost or tells of
   * an older version, a state without parts and notes.
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

  /**
   * The newest rows of a table, without what another writer added after the version on record.
   *
   * @throws RenxingException STORAGE where the table is damaged
   */
  public Dataset<Row> read(TableName table) {
    return readAt(table, check.readable(table));
  }

  /** The same, with nulls for columns that the table lacks, as it was made by a former version. */
  public Dataset<Row> read(TableSpec spec) {
    return TableShape.completed(read(spec.name()), spec);
  }

  /**
   * The rows of a table as they were at a version.
   *
   * @throws RenxingException STORAGE where the version is damaged
   */
  public Dataset<Row> readAt(TableName table, long version) {
    check.requireSound(table, version);
    try {
      return spark().read().format("delta").option("versionAsOf", version).load(path(table));
    } catch (Exception e) { // Scala's checked exceptions are not declared
      throw DeltaErrors.unreadable(table + ", version " + version, e);
    }
  }

  /**
   * A version of a table, to be read without Spark where Delta Kernel is at hand.
   *
   * @throws RenxingException STORAGE where the version is damaged
   */
  public RowReader reader(TableName table, long version) {
    if (!KernelTable.isAvailable()) {
      return new SparkReader(readAt(table, version));
    }
    check.requireSound(table, version);
    return KernelReader.open(kernel, table + ", version " + version, path(table), version);
  }

  /**
   * Rows of a version, all or of a scenario, where they can be read without Spark and the version
   * has few; empty where they are to be read by {@link #readAt}.
   */
  public Optional<TableRows.Held> few(TableName table, long version, Optional<String> scenario) {
    return new SmallTables(this).at(table, version, scenario);
  }

  /**
   * The newest rows of a part of a table, where they are on record as few; empty where they are to
   * be read by {@link #read}.
   *
   * @param part a scenario id or {@link TableState#WHOLE}
   */
  public Optional<TableRows.Held> few(TableName table, String part) {
    return new SmallTables(this).newest(table, part);
  }

  /**
   * The newest rows of a table, for one who packs them as they come: where they are on record as no
   * more than that allows.
   */
  public Optional<RowReader> packable(TableName table) {
    return new SmallTables(this).packable(table);
  }

  /** The newest rows of a table, where they are few; see {@link #read(TableSpec)}. */
  public Optional<TableRows.Held> few(TableSpec spec) {
    return few(spec.name(), check.readable(spec.name()), Optional.empty()).map(r -> r.in(spec));
  }

  /** Whether there is a table, sound or not. */
  public boolean isThere(TableName table) {
    return check.newest(table).kind() != TableCondition.Kind.ABSENT;
  }

  /** Whether the newest rows of a table can be read: it is there, and not damaged. */
  public boolean isReadable(TableName table) {
    return check.newest(table).isReadable();
  }

  /** Whether a version is still there: upkeep lets go what no release was made from. */
  public boolean holds(TableName table, long version) {
    return TableLog.of(files, path(table)).commits().containsKey(version)
        && new VersionFiles(this)
            .of(table, version).keySet().stream()
                .allMatch(file -> files.isThere(path(table) + "/" + file));
  }

  /** Compares tables with what was recorded of them. */
  TableCheck check() {
    return check;
  }

  /** The hash of the manifest of the version of a state; empty where there is none. */
  public String manifest(TableName table, long version) {
    return manifests.find(path(table), version).map(Manifest::hash).orElse("");
  }

  /** What Delta Kernel reads and writes files with. */
  Engine kernel() {
    return kernel;
  }

  /** The most rows of one write that are held in this JVM. */
  public int mostLocal() {
    return mostLocal;
  }

  TableStates states() {
    return states;
  }

  Manifests manifests() {
    return manifests;
  }

  /** What a write left: the state on record, and the rows of each part, where they were few. */
  public record Written(TableState state, Map<String, TableRows.Held> held) {
    public Written {
      held = Map.copyOf(held);
    }
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
  public Written write(
      TableSpec spec,
      Map<String, Part> parts,
      Map<String, TableState.Part> kept,
      String runId,
      Supplier<Map<String, String>> notes) {
    TableWriter writer = new TableWriter(this, spec, runId);
    Map<String, TableRows> rows = new LinkedHashMap<>();
    parts.forEach((key, part) -> rows.put(key, part.rows()));
    TableWriter.Written written = writer.write(rows, kept.keySet());
    TreeMap<String, TableState.Part> all = new TreeMap<>(kept);
    parts.forEach(
        (key, part) -> all.put(key, written.parts().get(key).part(part.fingerprint(), runId)));
    Map<String, String> told = new TreeMap<>(notes.get());
    told.put(COMMENT, spec.grain());
    return new Written(record(spec.name(), written.commit(), all, told), written.held());
  }

  /** Adds rows to a table, creating it where needed; notes go into its state. */
  public Written append(TableSpec spec, Part part, String runId, Map<String, String> notes) {
    TableWriter writer = new TableWriter(this, spec, runId);
    TableWriter.Written written = writer.append(part.rows());
    TreeMap<String, TableState.Part> all = new TreeMap<>();
    all.put(
        TableState.WHOLE, written.parts().get(TableState.WHOLE).part(part.fingerprint(), runId));
    return new Written(record(spec.name(), written.commit(), all, notes), written.held());
  }

  /** Records a state as it is to be read from now on. */
  public void note(TableName table, TableState state) {
    states.write(path(table), state, manifest(table, state.version()));
  }

  /**
   * Rows to be written.
   *
   * @param fingerprint of everything that the rows are made from
   */
  public record Part(TableRows rows, String fingerprint) {
    public Part(Dataset<Row> rows, String fingerprint) {
      this(new TableRows.Planned(rows), fingerprint);
    }
  }

  /**
   * Rows in the columns, types and order of a specification, with its comments; {@code run_id} is
   * filled in.
   */
  public Dataset<Row> shape(TableSpec spec, Dataset<Row> rows, String runId) {
    return TableShape.shaped(spec, rows, runId);
  }

  private TableState record(
      TableName table,
      OwnCommit commit,
      Map<String, TableState.Part> parts,
      Map<String, String> notes) {
    commit.record();
    TableState state = new TableState(commit.version(), new TreeMap<>(parts), new TreeMap<>(notes));
    note(table, state);
    return state;
  }
}
