package org.renxing.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.renxing.config.Configuration;
import org.renxing.config.Reach;
import org.renxing.jobs.console.Text;
import org.renxing.jobs.gold.GoldTables;
import org.renxing.jobs.gold.table.ComparedPrices;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.silver.remote.RemotePlan;
import org.renxing.lake.LakeFiles;
import org.renxing.model.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Commands about the configuration. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = {
      "Checks the configuration, and says what of it to mind.",
      "Warnings go to stderr and leave the exit code as it is."
    },
    subcommands = ConfigCommand.Show.class,
    footer = {"", "Examples:", "  bin/renxing config --env real", "  bin/renxing config show"})
final class ConfigCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    Configuration configuration = common.configuration(Reach.all());
    Settings settings = configuration.settings();
    System.out.printf(
        "configuration %s: %d scenarios, %d sources, %d sources of fine-grained observations; no"
            + " problems%n",
        settings.env(),
        settings.scenarios().size(),
        settings.sources().size(),
        settings.remote().size());
    warn(configuration);
    return 0;
  }

  /** Prints what is no problem, and yet to be known before figures are read. */
  private static void warn(Configuration configuration) {
    Settings settings = configuration.settings();
    // no table is built, so that no file system needs to be configured
    LakeFiles files = new LakeFiles(new org.apache.hadoop.conf.Configuration(false));
    List<GoldTable> tables =
        GoldTables.all(files, settings.rules(), RemotePlan.of(settings, files).aggregates());
    ComparedPrices.warnings(tables, settings.scenarios().values())
        .forEach(warning -> System.err.println("warning: " + warning));
  }

  /** Shows every merged value with its origin; secrets stay hidden. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows every merged value and where it comes from; secrets stay hidden.",
      footer = {"", "Example:", "  bin/renxing config show --env real"})
  static final class Show implements Callable<Integer> {
    @Mixin private CommonOptions common;

    @Option(names = "--json", description = "As JSON.")
    private boolean isJson;

    @Override
    public Integer call() {
      Configuration configuration = common.configuration(Reach.all());
      if (isJson) {
        System.out.println(Text.json(configuration.entries()));
      } else {
        System.out.print(
            Text.table(
                List.of("key", "value", "origin"),
                configuration.entries().stream()
                    .map(e -> List.of(e.path(), e.value(), e.origin()))
                    .toList()));
      }
      warn(configuration);
      return 0;
    }
  }
}
