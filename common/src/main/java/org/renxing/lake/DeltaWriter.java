package org.renxing.lake;

import static org.apache.spark.sql.functions.col;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;

/**
 * One write of one table: one commit, which bears a mark of its own, so that it can be told from
 * those of others.
 */
final class DeltaWriter {
  /** Releases name versions: neither their log nor their files may go by age alone. */
  static final Map<String, String> PROPERTIES =
      Map.of(
          "delta.logRetentionDuration", "interval 3650 days",
          "delta.deletedFileRetentionDuration", "interval 3650 days");

  private static final String MARK = "userMetadata";
  private final TableName table;
  private final String path;
  private final String mark;

  /**
   * A writer.
   *
   * @param mark what the commit bears
   */
  DeltaWriter(TableName table, String path, String mark) {
    this.table = table;
    this.path = path;
    this.mark = mark;
  }

  /** Adds rows; columns that the table lacks are added to it. */
  void append(Dataset<Row> rows) {
    guarded(
        () ->
            rows.write()
                .format("delta")
                .mode("append")
                .option("mergeSchema", "true")
                .option(MARK, mark)
                .save(path));
  }

  /** Replaces all rows and columns; the comment stays. */
  void overwrite(TableSpec spec, Dataset<Row> rows) {
    replace(rows, spec.isByScenario() ? new String[] {"scenario_id"} : new String[0]);
  }

  /**
   * Makes a table, or makes it anew with its history; a run that was killed while it made it may
   * have left a folder without it.
   */
  void create(TableSpec spec, Dataset<Row> rows) {
    var writer =
        rows.writeTo("delta.`" + path + "`")
            .using("delta")
            .option(MARK, mark)
            .tableProperty("comment", spec.grain());
    PROPERTIES.forEach(writer::tableProperty);
    guarded(
        () -> {
          if (spec.isByScenario()) {
            writer.partitionedBy(col("scenario_id")).createOrReplace();
          } else {
            writer.createOrReplace();
          }
        });
  }

  /**
   * Replaces all rows and columns.
   *
   * @param partitions columns by which the files of rows are laid out
   */
  void replace(Dataset<Row> rows, String... partitions) {
    guarded(
        () ->
            rows.write()
                .format("delta")
                .mode("overwrite")
                .option("overwriteSchema", "true")
                .option(MARK, mark)
                .partitionBy(partitions)
                .save(path));
  }

  /** Replaces the rows of some scenarios. */
  void replaceScenarios(Dataset<Row> rows, Iterable<String> scenarios) {
    String quoted = "'" + String.join("','", scenarios) + "'";
    guarded(
        () ->
            rows.write()
                .format("delta")
                .mode("overwrite")
                .option("replaceWhere", "scenario_id IN (" + quoted + ")")
                .option(MARK, mark)
                .save(path));
  }

  private void guarded(CheckedWrite write) {
    try {
      write.run();
    } catch (Exception e) {
      throw DeltaErrors.translate(table, path, e);
    }
  }

  /** A write that may throw Spark's checked exceptions. */
  private interface CheckedWrite {
    void run() throws Exception;
  }
}
