package org.renxing.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.renxing.config.Configuration;
import org.renxing.jobs.console.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Commands about the configuration. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Shows the configuration.",
    subcommands = ConfigCommand.Show.class)
final class ConfigCommand {

  /** Shows every merged value with its origin; secrets stay hidden. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows every merged value and where it comes from; secrets stay hidden.")
  static final class Show implements Callable<Integer> {
    @Mixin private CommonOptions common;

    @Option(names = "--json", description = "As JSON.")
    private boolean isJson;

    @Override
    public Integer call() {
      Configuration configuration = common.configuration();
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
      return 0;
    }
  }
}
