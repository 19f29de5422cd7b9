package org.renxing.run;

import static org.apache.spark.sql.functions.col;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/**
 * What a step reads: newest tables of its run, and earlier releases where a method freezes them.
 */
public final class Inputs {
  private final Lake lake;
  private final Map<String, Dataset<Row>> shared = new ConcurrentHashMap<>();
  private final Map<String, Dataset<Row>> local = new ConcurrentHashMap<>();

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

  /** All rows of a table. */
  public Dataset<Row> read(TableName table) {
    return lake.read(table);
  }

  /** The rows of one scenario, without the columns that only say so. */
  public Dataset<Row> read(TableName table, String scenario) {
    return lake.read(table)
        .where(col("scenario_id").equalTo(scenario))
        .drop("scenario_id", "run_id");
  }

  /** The rows of one scenario as an earlier release published them. */
  public Dataset<Row> readReleased(TableName table, String scenario, String releaseId) {
    long version =
        new Releases(lake)
            .byId(releaseId)
            .flatMap(r -> r.version(table))
            .orElseThrow(
                () ->
                    new RenxingException(
                        ErrorCode.CONFIGURATION,
                        "frozen-release "
                            + releaseId
                            + ": no such release holds "
                            + table
                            + "; see bin/renxing sql \"SELECT DISTINCT release_id FROM gold.release_table\""));
    return lake.readAt(table, version)
        .where(col("scenario_id").equalTo(scenario))
        .drop("scenario_id", "run_id");
  }

  /** A frame that several steps of this run need, computed once and kept until the run ends. */
  public synchronized Dataset<Row> shared(String name, Supplier<Dataset<Row>> make) {
    return shared.computeIfAbsent(name, n -> make.get().persist());
  }

  /**
   * A small dimension that many steps join, read once and kept on the driver; never for a panel.
   */
  public synchronized Dataset<Row> local(String name, Supplier<Dataset<Row>> make) {
    return local.computeIfAbsent(
        name,
        n -> {
          Dataset<Row> rows = make.get();
          return spark().createDataFrame(rows.collectAsList(), rows.schema());
        });
  }

  /** Forgets what was shared. */
  public void release() {
    shared.values().forEach(rows -> rows.unpersist());
    shared.clear();
    local.clear();
  }
}
