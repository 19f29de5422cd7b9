package org.renxing.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.jobs.TinyLake;
import org.renxing.jobs.console.SparkText;
import org.renxing.lake.Lake;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.model.ColumnSpec;
import org.renxing.model.TableSpec;
import org.renxing.run.RunLog;
import org.renxing.testing.SparkExtension;

/** Runs are listed without a session as Spark would list them. */
@ExtendWith(SparkExtension.class)
class RunsCommandTest {
  @TempDir private Path folder;

  @Test
  void listsTheNewestFirst(SparkSession spark) {
    TinyLake tiny = new TinyLake(spark, folder);
    RunLog.appendRuns(
        tiny.lake(), List.of(run("r2", 2, 310.25), run("r1", 1, null), run("r4", 3, 0.04)));
    RunLog.appendRuns(tiny.lake(), List.of(run("r3", 3, 12.35)));
    List<Row> runs = RunsCommand.newest(tiny.withoutSession(), 3);
    assertThat(runs.stream().map(run -> run.<String>getAs("run_id")))
        .containsExactly("r4", "r3", "r2");
    Dataset<Row> bySpark =
        tiny.lake().read(RunLog.RUN).orderBy(org.apache.spark.sql.functions.desc("run_id"));
    List<Row> all = RunsCommand.newest(tiny.withoutSession(), 9);
    assertThat(all.stream().map(SparkText::json)).isEqualTo(bySpark.toJSON().collectAsList());
    Dataset<Row> shown =
        bySpark.selectExpr(
            "run_id",
            "env",
            "outcome",
            "exit_code",
            "round(seconds, 1) AS seconds",
            "release_id",
            "is_new_release AS new",
            "if(lake_bytes > 0, '29.4 MB', NULL) AS lake",
            "command",
            "message");
    assertThat(RunsCommand.table(all))
        .isEqualTo(
            ((org.apache.spark.sql.classic.Dataset<Row>) shown).showString(9, 60, false) + "\n")
        .contains("|  310.3|", "|   NULL|", "...|");
  }

  /** A former version of the product recorded no size. */
  @Test
  void aLakeOfAFormerVersionTakesTheSize(SparkSession spark) {
    TinyLake tiny = new TinyLake(spark, folder);
    List<ColumnSpec> columns = new ArrayList<>(RunLog.RUN.columns());
    columns.removeIf(column -> column.name().equals("lake_bytes"));
    TableSpec former =
        new TableSpec(RunLog.RUN.name(), RunLog.RUN.grain(), RunLog.RUN.keys(), columns, List.of());
    Object[] values = {
      "r0",
      "nightly",
      "default",
      Timestamp.from(Instant.EPOCH),
      1.0,
      "done",
      0,
      "",
      "",
      false,
      "c",
      "v"
    };
    tiny.lake()
        .append(
            former,
            new Lake.Part(
                new TableRows.Held(TableShape.of(former), List.of(RowFactory.create(values))), ""),
            "r0",
            Map.of());
    assertThat(RunsCommand.table(RunsCommand.newest(tiny.withoutSession(), 9)))
        .containsPattern("r0\\|.*\\|NULL\\|nightly\\|");
    RunLog.appendRuns(tiny.lake(), List.of(run("r1", 1, 2.5)));
    assertThat(
            RunsCommand.newest(tiny.withoutSession(), 9).stream().map(r -> r.getAs("lake_bytes")))
        .containsExactly(29_400_000L, null);
  }

  private static RunLog.Entry run(String id, int day, Double seconds) {
    return new RunLog.Entry(
        id,
        "nightly --env 城市",
        "default",
        Instant.parse("2026-01-0" + day + "T02:15:00.123456Z"),
        seconds,
        "failed",
        4,
        "bronze.economy: " + "long and\twide ".repeat(9),
        "",
        false,
        "c",
        "v",
        seconds == null ? null : 29_400_000L);
  }
}
