package org.renxing.jobs.bronze;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.renxing.lake.TableState;

/**
 * Bronze as a log: a row stands as often as it came minus as often as it went. Rows of one file
 * with the same cells are interchangeable; the newest ones count.
 */
final class BronzeLog {
  private static final Column[] IDENTITY = {col("source_file"), col("row_hash")};

  private BronzeLog() {}

  /** The rows that stand, given the log and what is known of it. */
  static Dataset<Row> current(Dataset<Row> log, Optional<TableState> state) {
    return Ingest.hasChanges(state) ? standing(log) : log;
  }

  /** Rows to append so that the log stands for what was received: newcomers, and removals. */
  static Dataset<Row> differences(Dataset<Row> log, Dataset<Row> received) {
    Dataset<Row> standing = standing(log);
    Dataset<Row> have = standing.groupBy(IDENTITY).count().withColumnRenamed("count", "have");
    Dataset<Row> come = received.groupBy(IDENTITY).count().withColumnRenamed("count", "come");
    WindowSpec copies = Window.partitionBy(IDENTITY).orderBy(col("row_number"));
    Dataset<Row> added =
        received
            .withColumn("copy", row_number().over(copies))
            .join(have, names(), "left")
            .where(col("copy").gt(coalesce(col("have"), lit(0))))
            .drop("copy", "have");
    Dataset<Row> removed =
        standing
            .withColumn("copy", row_number().over(copies))
            .join(come, names(), "left")
            .where(col("copy").gt(coalesce(col("come"), lit(0))))
            .withColumn("is_removed", lit(true))
            .drop("copy", "come");
    Column[] shape = Arrays.stream(added.columns()).map(c -> col(c)).toArray(Column[]::new);
    return added.unionByName(removed.select(shape));
  }

  /** Rows to append so that none of the log stands. */
  static Dataset<Row> removals(Dataset<Row> log) {
    return standing(log).withColumn("is_removed", lit(true));
  }

  /** Rows to append so that none of the log stands, and all that were received do. */
  static Dataset<Row> replacements(Dataset<Row> log, Dataset<Row> received) {
    Column[] shape = Arrays.stream(received.columns()).map(c -> col(c)).toArray(Column[]::new);
    return received.unionByName(removals(log).select(shape));
  }

  static Dataset<Row> standing(Dataset<Row> log) {
    // null in a table that was made before the column was
    Column isGone = coalesce(col("is_removed"), lit(false));
    Column count = sum(when(isGone, -1).otherwise(1)).over(Window.partitionBy(IDENTITY));
    WindowSpec newestFirst =
        Window.partitionBy(col("source_file"), col("row_hash"), col("is_removed"))
            .orderBy(col("ingest_seq").desc(), col("row_number").desc());
    return log.withColumn("is_removed", isGone)
        .withColumn("standing", count)
        .withColumn("newest", row_number().over(newestFirst))
        .where(col("is_removed").equalTo(false).and(col("newest").leq(col("standing"))))
        .drop("standing", "newest");
  }

  private static String[] names() {
    return new String[] {"source_file", "row_hash"};
  }
}
