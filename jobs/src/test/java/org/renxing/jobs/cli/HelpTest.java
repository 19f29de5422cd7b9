package org.renxing.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the help of each command shows, and what the README says of them. */
class HelpTest {
  private static final CommandLine TOP = new CommandLine(CommandLineInterface.class);

  @Test
  void eachCommandHasAnExample() {
    List<String> without = new ArrayList<>();
    for (CommandLine command : leaves(TOP)) {
      String name = command.getCommandSpec().qualifiedName();
      String footer = String.join("\n", command.getCommandSpec().usageMessage().footer());
      if (!footer.contains("bin/" + name)) {
        without.add(name);
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void theReadmeNamesEachCommand() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    String table = readme.substring(readme.indexOf("## Commands"));
    List<String> shown =
        TOP.getSubcommands().entrySet().stream()
            .filter(e -> !e.getValue().getCommandSpec().usageMessage().hidden())
            .map(e -> e.getKey())
            .filter(name -> !name.equals("help"))
            .toList();
    assertThat(shown).hasSizeGreaterThan(12).allMatch(name -> table.contains("`" + name));
  }

  private static List<CommandLine> leaves(CommandLine command) {
    List<CommandLine> out = new ArrayList<>();
    command.getSubcommands().values().stream()
        .filter(c -> !c.getCommandSpec().usageMessage().hidden())
        .filter(c -> !c.getCommandName().equals("help"))
        .forEach(
            c -> {
              if (c.getSubcommands().isEmpty()) {
                out.add(c);
              } else {
                out.addAll(leaves(c));
              }
            });
    return out;
  }
}
