package org.renxing.jobs.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.renxing.config.Configuration;
import org.renxing.config.Reach;
import org.renxing.jobs.NightlyRun;
import org.renxing.jobs.RunRequest;
import org.renxing.jobs.RunRequest.Forgotten;
import org.renxing.jobs.console.Workspace;
import org.renxing.run.PlanRunner.StepRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Drops what files that are no longer there have brought. */
@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    description = {
      "Drops what files of a source have brought that are no longer there; the next nightly makes",
      "everything without them. Files go by name as nightly gives it: relative to the folder."
    },
    footer = {"", "Example:", "  bin/renxing forget city-economy 2021.csv"})
final class ForgetCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(index = "0", paramLabel = "SOURCE", description = "The id of the source.")
  private String source;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files that were taken in and are no longer there.")
  private List<String> files;

  @Override
  public Integer call() {
    Configuration configuration = common.configuration(Reach.source(source));
    String command = "forget %s %s %s".formatted(common.logged(), source, String.join(" ", files));
    RunRequest request =
        new RunRequest(
            command, Optional.empty(), List.of(), false, Optional.of(new Forgotten(source, files)));
    try (Workspace workspace = Workspace.start(configuration)) {
      new NightlyRun(configuration, workspace.lake(), request)
          .run((record, number, total) -> {}, (result, inputs) -> report(result.steps().get(0)));
      return 0;
    }
  }

  private static void report(StepRecord step) {
    System.out.println(
        switch (step.outcome().status()) {
          case UNCHANGED -> "Nothing to drop: all of it was dropped before.";
          default ->
              String.format(
                  Locale.ROOT,
                  "%s: %s (%,d rows); the next nightly makes everything without it.",
                  step.step().output(),
                  step.outcome().detail(),
                  step.outcome().rows());
        });
  }
}
