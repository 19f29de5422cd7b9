package org.renxing.run;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.records.SparkRecords;
import org.renxing.records.TableRows;

/**
 * What a step reads: newest tables of its run, and earlier releases where a method freezes them.
 */
public final class Inputs {
  private final Lake lake;
  private final Map<String, Dataset<Row>> shared = new ConcurrentHashMap<>();
  private final Map<String, Dataset<Row>> local = new ConcurrentHashMap<>();
  private final Queue<Kept> kept = new ConcurrentLinkedQueue<>();
  private final Map<TableName, Map<String, Dataset<Row>>> handedOn = new ConcurrentHashMap<>();
  private final Map<TableName, Map<String, TableRows.Held>> held = new ConcurrentHashMap<>();

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
    return handedOn(table).values().stream()
        .reduce(Dataset::unionByName)
        .orElseGet(() -> lake.read(table));
  }

  /** The same, with nulls for columns that the table lacks, as it was made by a former version. */
  public Dataset<Row> read(TableSpec spec) {
    return handedOn(spec.name()).isEmpty() ? lake.read(spec) : read(spec.name());
  }

  /** The rows of one scenario, without the columns that only say so. */
  public Dataset<Row> read(TableName table, String scenario) {
    Map<String, Dataset<Row>> parts = handedOn(table);
    Dataset<Row> rows =
        parts.containsKey(scenario)
            ? parts.get(scenario)
            : lake.read(table).where(col("scenario_id").equalTo(scenario));
    return rows.drop("scenario_id", "run_id");
  }

  /**
   * Hands on the rows of a whole table that this run has just stored, so that later steps need not
   * read them back.
   *
   * @param parts all parts of the table, with the columns of its specification; kept, or cheap to
   *     compute from what is
   */
  public void handOn(TableName table, Map<String, Dataset<Row>> parts) {
    handOn(table, parts, Map.of());
  }

  /**
   * The same, with rows that are held here, of the same parts or of others.
   *
   * @param held by part, with the columns of the specification
   */
  void handOn(TableName table, Map<String, Dataset<Row>> parts, Map<String, TableRows.Held> held) {
    handedOn.put(table, new TreeMap<>(parts));
    this.held.put(table, new TreeMap<>(held));
  }

  /** What was handed on of a table, as plans; rows that are held here become one when asked for. */
  private synchronized Map<String, Dataset<Row>> handedOn(TableName table) {
    Map<String, Dataset<Row>> plans = handedOn.getOrDefault(table, Map.of());
    held.getOrDefault(table, Map.of())
        .forEach((part, rows) -> plans.computeIfAbsent(part, p -> keep(rows.plan(spark()))));
    return plans;
  }

  /**
   * The records of one scenario in a table: here where its rows are held here, else by Spark.
   *
   * @param read makes records of rows, which know their columns
   */
  public <T extends Serializable> Records<T> records(
      TableName table, String scenario, Records.Each<Iterator<Row>, T> read) {
    TableRows.Held rows = held.getOrDefault(table, Map.of()).get(scenario);
    if (rows == null) {
      return SparkRecords.of(read(table, scenario), read);
    }
    List<T> out = new ArrayList<>();
    read.of(rows.rows().iterator()).forEachRemaining(out::add);
    return LocalRecords.of(out);
  }

  /** The rows of one scenario as an earlier release published them. */
  public Dataset<Row> readReleased(TableName table, String scenario, String releaseId) {
    Releases releases = new Releases(lake);
    Dataset<Row> rows =
        releases
            .byId(releaseId)
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
    Kept one = Kept.of(rows);
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

  /** Forgets what was shared and handed on. */
  public void release() {
    kept.forEach(Kept::release);
    kept.clear();
    handedOn.clear();
    held.clear();
    shared.clear();
    local.clear();
  }
}
