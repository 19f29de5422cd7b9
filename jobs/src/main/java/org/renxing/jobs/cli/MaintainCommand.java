package org.renxing.jobs.cli;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.renxing.config.Configuration;
import org.renxing.config.Reach;
import org.renxing.jobs.console.Json;
import org.renxing.jobs.console.Workspace;
import org.renxing.jobs.upkeep.LakeUpkeep;
import org.renxing.lake.Upkeep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps the lake from growing. */
@Command(
    name = "maintain",
    mixinStandardHelpOptions = true,
    header = "Keeps the lake from growing, and shows its size before and after.",
    description = {
      "Takes releases off the list that are neither among the newest, nor named, nor referred to by"
          + " a scenario. Deletes the files of versions that no release needs any more, once no"
          + " reader can be at them (lake.maintain.grace-minutes). Puts small files together, and"
          + " lets records of runs go after lake.maintain.log-days.",
      "It takes the lock of the lake; who reads is not disturbed. Cut off, it is done again."
    },
    footer = {
      "",
      "Examples:",
      "  bin/renxing maintain --dry-run",
      "  bin/renxing maintain --keep 5"
    })
final class MaintainCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "How many of the newest releases stay (lake.maintain.keep).")
  private Optional<Integer> keep = Optional.empty();

  @Option(names = "--dry-run", description = "Shows what would be done, and writes nothing.")
  private boolean isDryRun;

  @Option(names = "--json", description = "As JSON.")
  private boolean isJson;

  @Override
  public Integer call() {
    Configuration configuration = common.configuration(Reach.nightly());
    OptionalInt kept = keep.stream().mapToInt(n -> n).findFirst();
    String command = "maintain " + common.logged() + keep.map(n -> " --keep " + n).orElse("");
    try (Workspace workspace = Workspace.open(configuration)) {
      Upkeep.Result result =
          isDryRun
              ? LakeUpkeep.of(configuration.settings(), workspace.lake(), kept, "").preview()
              : LakeUpkeep.run(configuration, workspace.lake(), kept, command);
      System.out.print(isJson ? Json.of(result) + "\n" : LakeUpkeep.text(result, !isDryRun));
      if (isDryRun && !isJson) {
        System.out.println("Nothing was written.");
      }
      return 0;
    }
  }
}
