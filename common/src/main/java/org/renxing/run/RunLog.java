package org.renxing.run;

import static org.apache.spark.sql.functions.col;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.lake.Lake;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;

/** The tables of operations: what ran, when, from what, and how it ended. */
public final class RunLog {
  /** One row a run. */
  public static final TableSpec RUN =
      TableSpec.of(new TableName("ops", "run"), "One row a run of the pipeline")
          .key("run_id", Type.STRING, "Run: UTC time of its start and a random part")
          .required("command", Type.STRING, "", "The command, without values of --set")
          .required("env", Type.STRING, "", "Environment of the configuration")
          .required("started_at", Type.TIMESTAMP, "", "Start, UTC")
          .optional("seconds", Type.DOUBLE, "s", "From the start of the run to its end")
          .required("outcome", Type.STRING, "", "done, failed or interrupted")
          .required(
              "exit_code",
              Type.INT,
              "",
              "Exit code of the process; 143 or 130 where a signal ended it, 137 where it was"
                  + " killed")
          .required("message", Type.STRING, "", "Error message, or empty")
          .required("release_id", Type.STRING, "", "Release that readers see after the run")
          .required("is_new_release", Type.BOOLEAN, "", "Whether this run published it")
          .required("configuration_hash", Type.STRING, "", "Hash of the merged configuration")
          .required("code_version", Type.STRING, "", "Version of the product")
          .optional(
              "lake_bytes",
              Type.LONG,
              "B",
              "Size of all files of the lake at the end of the run; null where it was killed, or of"
                  + " a former version")
          .build();

  /** One row a step of a run. */
  public static final TableSpec STEP =
      TableSpec.of(new TableName("ops", "step"), "One row a step of a run, with its lineage")
          .key("run_id", Type.STRING, "Run")
          .key("step", Type.STRING, "Step: the table that it makes")
          .required("status", Type.STRING, "", "done, unchanged or failed")
          .required("seconds", Type.DOUBLE, "s", "Wall time of the step")
          .required(
              "row_count",
              Type.LONG,
              "rows",
              "Rows that the table holds after the step; for bronze, rows recorded by it")
          .required("parts", Type.STRINGS, "", "Scenarios that were made again")
          .optional("output_version", Type.LONG, "", "Delta version of the table after the step")
          .required("inputs", Type.STRINGS, "", "Tables that it read, each as name@version")
          .required("configuration_hash", Type.STRING, "", "Hash of the merged configuration")
          .required("code_version", Type.STRING, "", "Version of the product")
          .required(
              "warnings",
              Type.STRINGS,
              "",
              "What the step lost, left out or assumed, each as KIND: text; empty where nothing")
          .build();

  private RunLog() {}

  /** What is known of a run at its end. */
  public record Entry(
      String runId,
      String command,
      String env,
      Instant startedAt,
      Double seconds,
      String outcome,
      int exitCode,
      String message,
      String releaseId,
      boolean isNewRelease,
      String configurationHash,
      String codeVersion,
      Long lakeBytes) {}

  /** Whether a run is recorded. */
  public static boolean holds(Lake lake, String runId) {
    return lake.isThere(RUN.name())
        && lake.few(RUN)
            .map(runs -> runs.rows().stream().anyMatch(r -> runId.equals(r.getAs("run_id"))))
            .orElseGet(() -> !lake.read(RUN).where(col("run_id").equalTo(runId)).isEmpty());
  }

  /** Appends runs: this one, and any that was found dead. */
  public static void appendRuns(Lake lake, List<Entry> runs) {
    List<Row> rows = new ArrayList<>();
    for (Entry e : runs) {
      rows.add(
          RowFactory.create(
              e.runId(),
              e.command(),
              e.env(),
              Timestamp.from(e.startedAt()),
              e.seconds(),
              e.outcome(),
              e.exitCode(),
              e.message(),
              e.releaseId(),
              e.isNewRelease(),
              e.configurationHash(),
              e.codeVersion(),
              e.lakeBytes()));
    }
    append(lake, RUN, rows);
  }

  /** Appends the steps of a run. */
  public static void appendSteps(
      RunContext context, List<PlanRunner.StepRecord> records, String configurationHash) {
    List<Row> rows = new ArrayList<>();
    for (PlanRunner.StepRecord record : records) {
      List<String> inputs =
          record.step().inputs().stream()
              .map(t -> t + "@" + context.state(t).map(TableState::version).orElse(-1L))
              .toList();
      rows.add(
          RowFactory.create(
              context.runId(),
              record.step().output().toString(),
              record.outcome().status().name().toLowerCase(java.util.Locale.ROOT),
              record.seconds(),
              record.outcome().rows(),
              record.outcome().parts().toArray(String[]::new),
              context.state(record.step().output()).map(TableState::version).orElse(null),
              inputs.toArray(String[]::new),
              configurationHash,
              context.codeVersion(),
              record.outcome().warnings().stream().map(Warning::toString).toArray(String[]::new)));
    }
    append(context.lake(), STEP, rows);
  }

  private static void append(Lake lake, TableSpec spec, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    lake.append(
        spec,
        new Lake.Part(new TableRows.Held(TableShape.of(spec), rows), ""),
        rows.get(rows.size() - 1).getString(0),
        Map.of());
  }
}
