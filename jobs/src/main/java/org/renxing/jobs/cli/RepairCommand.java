package org.renxing.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.renxing.config.Configuration;
import org.renxing.config.Reach;
import org.renxing.jobs.NightlyRun;
import org.renxing.jobs.RunRequest;
import org.renxing.jobs.console.Workspace;
import org.renxing.model.TableName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has tables made from the beginning by the next run. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    description = {
      "Takes tables out of the way, so that the next nightly makes them from the beginning:",
      "tables of bronze from their source files, others from the tables that they read."
    },
    footer = {"", "Example:", "  bin/renxing repair bronze.city_economy && bin/renxing nightly"})
final class RepairCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(
      arity = "1..*",
      paramLabel = "TABLE",
      description = "Tables, such as bronze.city_economy.")
  private List<String> tables;

  @Option(
      names = "--accept-loss",
      description =
          "Also where files are gone that a table was made from: what they brought is lost.")
  private boolean acceptsLoss;

  @Override
  public Integer call() {
    List<TableName> named = tables.stream().map(TableName::parse).distinct().toList();
    Configuration configuration = common.configuration(Reach.nightly());
    String command =
        "repair %s %s%s"
            .formatted(
                common.logged(), String.join(" ", tables), acceptsLoss ? " --accept-loss" : "");
    try (Workspace workspace = Workspace.start(configuration)) {
      RunRequest request = RunRequest.repairing(command, named, acceptsLoss);
      new NightlyRun(configuration, workspace.lake(), request)
          .run(
              (record, number, total) ->
                  System.out.println(record.step().output() + ": " + record.outcome().detail()),
              (result, inputs) -> {});
      System.out.println("The next bin/renxing nightly makes them again.");
      return 0;
    }
  }
}
