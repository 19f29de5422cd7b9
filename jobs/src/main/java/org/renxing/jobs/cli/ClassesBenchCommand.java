package org.renxing.jobs.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.renxing.config.Reach;
import org.renxing.jobs.bench.BenchFolder;
import org.renxing.jobs.bench.InequalityBenchmark;
import org.renxing.jobs.console.Workspace;
import org.renxing.jobs.sql.AnswerForm;
import org.renxing.jobs.sql.DuckEngine;
import org.renxing.jobs.sql.TerminalWidth;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Loads the classes that runs, questions and lists of runs begin with, for the launcher's archive:
 * a stage of Spark, the configuration, a table written and read by Kernel, a question.
 */
@Command(
    name = "classes",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Loads what the launcher puts into its archive of classes.")
final class ClassesBenchCommand implements Callable<Integer> {
  private static final TableSpec TABLE =
      TableSpec.of(TableName.gold("classes"), "One row a class")
          .key("name", Type.STRING, "Name")
          .required("n", Type.DOUBLE, "", "Number")
          .required("run_id", Type.STRING, "", "Run")
          .build();

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    SparkSession spark =
        Workspace.session(Map.of("spark.sql.shuffle.partitions", "2", "spark.ui.enabled", "false"));
    try (BenchFolder folder = BenchFolder.temporary()) {
      new InequalityBenchmark(1000, 2).stage(spark, 0);
      try {
        common.configuration(Reach.lake());
        ask(new Lake(spark, folder.path().resolve("lake").toString()));
      } catch (RenxingException fewer) {
        System.err.println(fewer.getMessage()); // the archive then lacks a few classes
      }
    } finally {
      spark.stop();
    }
    return 0;
  }

  private static void ask(Lake lake) {
    TableRows.Held rows =
        new TableRows.Held(TableShape.of(TABLE, "run_id"), List.of(RowFactory.create("a", 1.5)));
    Lake.Part part = new Lake.Part(rows, "");
    TableState state =
        lake.write(TABLE, Map.of(TableState.WHOLE, part), Map.of(), "r", Map::of).state();
    String manifest = lake.manifest(TABLE.name(), state.version());
    new Releases(lake)
        .publish(
            List.of(
                new Releases.Entry(
                    TABLE.name(), TableState.WHOLE, state.version(), "", 1, manifest)),
            false,
            "",
            "r");
    Lake again = new Lake(lake::spark, lake.files().hadoop(), lake.root(), lake.mostLocal());
    Optional<Releases.Release> release = new Releases(again).newest();
    try (DuckEngine engine = new DuckEngine(again, release);
        PrintStream nowhere =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      for (AnswerForm form : AnswerForm.values()) {
        engine.answer(
            "SELECT name, sum(n) FROM gold.classes GROUP BY name",
            answer -> {
              form.print(answer, nowhere, TerminalWidth.now());
              return 0;
            });
      }
    }
  }
}
