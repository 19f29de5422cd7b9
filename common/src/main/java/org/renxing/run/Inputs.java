package org.renxing.run;

import static java.util.Optional.empty;
import static java.util.Optional.of;
import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.lake.RowReader;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.records.SparkRecords;
import org.renxing.records.TableRecords;

/**
 * What a step reads: newest tables of its run, and earlier releases where a method freezes them.
 */
public final class Inputs {
  /** More rows than this are no part of a plan. */
  private static final int MOST_IN_PLAN = 1_000;

  private final Lake lake;
  private final Map<String, Dataset<Row>> shared = new ConcurrentHashMap<>();
  private final Map<String, Dataset<Row>> local = new ConcurrentHashMap<>();
  private final Queue<CachedFrame> kept = new ConcurrentLinkedQueue<>();
  private final Map<SharedKey<?>, Once<?>> results = new ConcurrentHashMap<>();
  private final Map<TableName, Map<String, HandedOn>> handedOn = new ConcurrentHashMap<>();
  private final Map<TableName, Map<String, Once<Optional<TableRows.Held>>>> few =
      new ConcurrentHashMap<>();

  public Inputs(Lake lake) {
    this.lake = lake;
  }

  /** The session. */
  public SparkSession spark() {
    return lake.spark();
  }

  /** The lake. */
  public Lake lake() {
    return lake;
  }

  /** All rows of a table: those that this run made of it, or what is stored. */
  public Dataset<Row> read(TableName table) {
    Map<String, HandedOn> parts = handedOn.get(table);
    return parts == null
        ? lake.read(table)
        : parts.values().stream()
            .map(part -> part.plan().get())
            .reduce(Dataset::unionByName)
            .orElseThrow();
  }

  /** The same, with nulls for columns that the table lacks, as it was made by a former version. */
  public Dataset<Row> read(TableSpec spec) {
    return handedOn.containsKey(spec.name()) ? read(spec.name()) : lake.read(spec);
  }

  /** The rows of one scenario, without the columns that only say so. */
  public Dataset<Row> read(TableName table, String scenario) {
    Map<String, HandedOn> parts = handedOn.getOrDefault(table, Map.of());
    Dataset<Row> rows =
        parts.containsKey(scenario)
            ? parts.get(scenario).plan().get()
            : lake.read(table).where(col("scenario_id").equalTo(scenario));
    return rows.drop("scenario_id", "run_id");
  }

  /**
   * The rows of one scenario as records: held in this JVM where they are few, else distributed by
   * Spark.
   */
  public <T extends Serializable> Records<T> records(TableRecords<T> rows, String scenario) {
    return held(rows.table(), scenario)
        .map(rows::of)
        .orElseGet(() -> rows.of(read(rows.table(), scenario)));
  }

  /**
   * What a function makes of the rows of one scenario, as records, a group at a time.
   *
   * @param keys columns that are the same in all rows of a group
   * @param key the same of a record
   */
  public <T extends Serializable, R extends Serializable> Records<R> grouped(
      TableRecords<T> rows,
      String scenario,
      List<String> keys,
      Records.Key<T> key,
      Records.Group<T, R> group) {
    return held(rows.table(), scenario)
        .map(held -> rows.of(held).groupedBy(key, group))
        .orElseGet(() -> rows.grouped(read(rows.table(), scenario), keys, group));
  }

  /** All rows of a table that is not kept by scenario, as records. */
  public <T extends Serializable> Records<T> records(TableRecords<T> rows) {
    return held(rows.table(), TableState.WHOLE)
        .map(rows::of)
        .orElseGet(() -> rows.of(read(rows.table())));
  }

  /**
   * The same of a table that nobody else reads, with nulls for columns that it lacks: what is held
   * of it is handed out, and not kept.
   */
  public <T extends Serializable> Records<T> recordsOnce(TableRecords<T> rows, TableSpec spec) {
    Map<String, HandedOn> parts = handedOn.get(spec.name());
    Optional<TableRows.Held> held =
        parts == null
            ? lake.few(spec.name(), TableState.WHOLE)
            : Optional.ofNullable(parts.get(TableState.WHOLE)).flatMap(HandedOn::held);
    if (held.isEmpty()) {
      return rows.of(read(spec));
    }
    handedOn.remove(spec.name());
    return rows.of(held.get().in(spec));
  }

  /**
   * All rows of a table that is not kept by scenario as records, those of a group packed into one.
   * More of them are held in this JVM than of {@link #records(TableRecords)}.
   *
   * @param group gives the same whether it is applied to all at once or first to parts
   */
  public <T extends Serializable> Records<T> packed(
      TableRecords<T> rows, Records.Key<T> key, Records.Group<T, T> group) {
    Map<String, HandedOn> parts = handedOn.getOrDefault(rows.table(), Map.of());
    boolean isStored = parts.values().stream().allMatch(HandedOn::isStored);
    Optional<RowReader> stored = isStored ? lake.packable(rows.table()) : Optional.empty();
    return stored
        .map(reader -> rows.packed(reader, key, group))
        .orElseGet(() -> records(rows).combined(key, group).groupedBy(key, group).kept());
  }

  /**
   * Rows of a table, several a record; by Spark where they are too many to be held.
   *
   * @param rowsEach how many a record has
   */
  public <T extends Serializable> TableRows rows(
      Records<T> records, long rowsEach, StructType shape, Records.Each<T, Row> each) {
    if (!(records instanceof LocalRecords<T> here)) {
      return records.rows(shape, each);
    }
    List<T> held = here.list();
    LocalRecords<T> once = LocalRecords.of(held);
    return held.size() * rowsEach <= lake.mostLocal()
        ? once.rows(shape, each)
        : manyRows(once, shape, each);
  }

  /** Rows of a table that are known to be too many to be held: by Spark, wherever records are. */
  public <T extends Serializable> TableRows manyRows(
      Records<T> records, StructType shape, Records.Each<T, Row> each) {
    Records<T> moved =
        records instanceof LocalRecords<T> here ? SparkRecords.of(spark(), here.list()) : records;
    return new TableRows.Planned(moved.rows(shape, each).plan(spark()), true);
  }

  /** The rows of a part, where they are held here or few. */
  private Optional<TableRows.Held> held(TableName table, String part) {
    Map<String, HandedOn> parts = handedOn.get(table);
    if (parts != null && parts.containsKey(part) && parts.get(part).held().isPresent()) {
      return parts.get(part).held();
    }
    return few.computeIfAbsent(table, t -> new ConcurrentHashMap<>())
        .computeIfAbsent(part, p -> new Once<>(() -> lake.few(table, p)))
        .get();
  }

  /**
   * Hands on the rows of a whole table that this run has just stored, so that later steps need not
   * read them back.
   *
   * @param parts all parts of the table, with the columns of its specification; kept, or cheap to
   *     compute from what is
   */
  public void handOn(TableName table, Map<String, Dataset<Row>> parts) {
    few.remove(table); // what is known of it is out of date
    Map<String, HandedOn> all = new TreeMap<>();
    parts.forEach(
        (part, plan) -> all.put(part, new HandedOn(new Once<>(() -> plan), empty(), false)));
    handedOn.put(table, all);
  }

  /**
   * The same of parts that are the newest rows of the lake, some of which are held here.
   *
   * @param plans of the parts that Spark computes
   * @param held rows of the parts that are few, with the columns of its specification
   */
  public void handOn(
      TableName table, Map<String, Dataset<Row>> plans, Map<String, TableRows.Held> held) {
    few.remove(table); // what is known of it is out of date
    Map<String, HandedOn> all = new TreeMap<>();
    held.forEach(
        (part, rows) ->
            all.put(
                part, new HandedOn(new Once<>(() -> stored(table, part, rows)), of(rows), true)));
    plans.forEach(
        (part, plan) ->
            all.put(
                part,
                new HandedOn(new Once<>(() -> plan), Optional.ofNullable(held.get(part)), true)));
    handedOn.put(table, all);
  }

  /** A plan of rows that are stored: many are read back, since a plan of rows carries them all. */
  private Dataset<Row> stored(TableName table, String part, TableRows.Held rows) {
    if (rows.rows().size() <= MOST_IN_PLAN) {
      return keep(rows.plan(spark()));
    }
    Dataset<Row> all = lake.read(table);
    return part.equals(TableState.WHOLE) ? all : all.where(col("scenario_id").equalTo(part));
  }

  /** Rows of a part that this run made. */
  private record HandedOn(
      Once<Dataset<Row>> plan, Optional<TableRows.Held> held, boolean isStored) {}

  /** The rows of one scenario as an earlier release published them. */
  public Dataset<Row> readReleased(TableName table, String scenario, String releaseId) {
    Releases releases = new Releases(lake);
    Dataset<Row> rows =
        releases
            .find(releaseId)
            .flatMap(release -> releases.read(release, table))
            .orElseThrow(
                () ->
                    new RenxingException(
                        ErrorCode.CONFIGURATION,
                        "frozen-release "
                            + releaseId
                            + ": no such release holds "
                            + table
                            + "; see bin/renxing sql \"SELECT DISTINCT release_id FROM"
                            + " gold.release_table\""));
    return rows.where(col("scenario_id").equalTo(scenario)).drop("scenario_id", "run_id");
  }

  /** A result that several steps of this run need, computed once. */
  @SuppressWarnings("unchecked") // by the key
  public <T> T shared(SharedKey<T> key, Supplier<T> make) {
    return (T) results.computeIfAbsent(key, k -> new Once<>(make)).get();
  }

  /** A frame that several steps of this run need, computed once and kept until the run ends. */
  public synchronized Dataset<Row> shared(String name, Supplier<Dataset<Row>> make) {
    // not computeIfAbsent: what makes a frame may ask for another one
    if (!shared.containsKey(name)) {
      shared.put(name, keep(make.get()));
    }
    return shared.get(name);
  }

  /** The same rows, computed when first asked for and kept until the run ends. */
  public Dataset<Row> keep(Dataset<Row> rows) {
    CachedFrame one = CachedFrame.of(rows);
    kept.add(one);
    return one.rows();
  }

  /**
   * A small dimension that many steps join, read once and kept on the driver; never for a panel.
   */
  public synchronized Dataset<Row> local(String name, Supplier<Dataset<Row>> make) {
    if (!local.containsKey(name)) {
      Dataset<Row> rows = make.get();
      local.put(name, spark().createDataFrame(rows.collectAsList(), rows.schema()));
    }
    return local.get(name);
  }

  /** Gives up what is held of a table; whoever asks again reads what is stored. */
  void forget(TableName table) {
    few.remove(table);
    handedOn.remove(table);
  }

  /** Forgets what was shared and handed on. */
  public void release() {
    kept.forEach(CachedFrame::release);
    kept.clear();
    handedOn.clear();
    few.clear();
    results.values().forEach(Once::release);
    results.clear();
    shared.clear();
    local.clear();
  }
}
