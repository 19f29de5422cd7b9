package org.renxing.jobs.cli;

import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.renxing.jobs.console.Ahead;
import org.renxing.jobs.console.Bytes;
import org.renxing.jobs.console.SparkText;
import org.renxing.jobs.console.Workspace;
import org.renxing.lake.Lake;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.run.RunLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists runs. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description = "Lists runs, the newest first, with how they ended.",
    footer = {"", "Examples:", "  bin/renxing runs --limit 5", "  bin/renxing runs --json"})
final class RunsCommand implements Callable<Integer> {
  private static final int WIDEST = 60;
  private static final List<String> COLUMNS =
      List.of(
          "run_id",
          "env",
          "outcome",
          "exit_code",
          "seconds",
          "release_id",
          "is_new_release",
          "lake_bytes",
          "command",
          "message");
  private static final List<String> HEADS =
      COLUMNS.stream()
          .map(c -> c.equals("is_new_release") ? "new" : c.equals("lake_bytes") ? "lake" : c)
          .toList();

  @Mixin private CommonOptions common;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many (20).")
  private int limit;

  @Option(names = "--json", description = "As JSON, one object a line.")
  private boolean isJson;

  @Override
  public Integer call() {
    if (limit < 0) {
      throw new RenxingException(
          ErrorCode.USAGE, "runs --limit " + limit + ": give a number of runs from 0");
    }
    Ahead.lake();
    try (Workspace workspace = Workspace.open(common.lakeAccess())) {
      Lake lake = workspace.lake();
      if (!lake.isThere(RunLog.RUN.name())) {
        System.err.println("No run yet in " + lake.root());
        return 0;
      }
      List<Row> runs = newest(lake, limit);
      if (isJson) {
        runs.forEach(run -> System.out.println(SparkText.json(run)));
      } else {
        System.out.print(table(runs));
      }
      return 0;
    }
  }

  /** The newest runs. */
  static List<Row> newest(Lake lake, int limit) {
    Comparator<Row> order =
        Comparator.comparing(
                (Row run) -> run.<Timestamp>getAs("started_at"),
                Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(
                run -> run.<String>getAs("run_id"),
                Comparator.nullsLast(Comparator.reverseOrder()));
    return lake.few(RunLog.RUN)
        .map(runs -> runs.rows().stream().sorted(order).limit(limit).toList())
        .orElseGet(
            () ->
                lake.read(RunLog.RUN)
                    .orderBy(col("started_at").desc(), col("run_id").desc())
                    .limit(limit)
                    .collectAsList());
  }

  /** Runs as a table for people. */
  static String table(List<Row> runs) {
    return SparkText.table(
        HEADS,
        runs.stream().map(run -> COLUMNS.stream().map(c -> cell(run, c)).toList()).toList(),
        WIDEST);
  }

  private static String cell(Row run, String column) {
    Object value = run.getAs(column);
    if (value instanceof Double seconds && Double.isFinite(seconds)) {
      return "" + BigDecimal.valueOf(seconds).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }
    if (value instanceof Long bytes) {
      return Bytes.text(bytes);
    }
    return value == null ? "NULL" : value.toString();
  }
}
