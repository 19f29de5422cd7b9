package org.renxing.jobs.cli;

import static org.apache.spark.sql.functions.col;

import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.config.Reach;
import org.renxing.jobs.console.Workspace;
import org.renxing.lake.Lake;
import org.renxing.run.RunLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists runs. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description = "Lists runs, the newest first, with how they ended.")
final class RunsCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many (20).")
  private int limit;

  @Option(names = "--json", description = "As JSON, one object a line.")
  private boolean isJson;

  @Override
  public Integer call() {
    try (Workspace workspace = Workspace.open(common.configuration(Reach.lake()))) {
      Lake lake = workspace.lake();
      if (!lake.isThere(RunLog.RUN.name())) {
        System.err.println("No run yet in " + lake.root());
        return 0;
      }
      Dataset<Row> runs =
          lake.read(RunLog.RUN)
              .orderBy(col("started_at").desc(), col("run_id").desc())
              .limit(limit);
      if (isJson) {
        runs.toJSON().collectAsList().forEach(System.out::println);
      } else {
        runs.selectExpr(
                "run_id",
                "env",
                "outcome",
                "exit_code",
                "round(seconds, 1) AS seconds",
                "release_id",
                "is_new_release AS new",
                "command",
                "message")
            .show(limit, 60);
      }
      return 0;
    }
  }
}
