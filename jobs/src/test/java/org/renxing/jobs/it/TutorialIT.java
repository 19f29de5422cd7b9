package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial's commands, as they are typed, print what the page says. */
class TutorialIT {
  private static final Path PAGE = Launcher.PROJECT.resolve("docs/tutorial.md");
  private static final Pattern COMMAND =
      Pattern.compile("```sh\n(.*?)\n```\n```text\n(.*?)\n```", Pattern.DOTALL);

  /** Stands for any text, and as a line of its own for any lines, so that only some are shown. */
  private static final String MORE = "…";

  @TempDir private Path home;

  /**
   * A command of the page.
   *
   * @param printed what it prints on standard output
   */
  private record Step(String command, List<String> printed) {
    static List<Step> of(String page) {
      List<Step> out = new ArrayList<>();
      Matcher found = COMMAND.matcher(page);
      while (found.find()) {
        out.add(new Step(found.group(1), found.group(2).lines().toList()));
      }
      return out;
    }
  }

  @Test
  void printsWhatThePageSays() throws IOException {
    String page = Files.readString(PAGE);
    List<Step> steps = Step.of(page);
    assertThat(steps).hasSizeGreaterThan(5);
    assertThat(page.split("```", -1))
        .as("blocks, each a command or what it prints")
        .hasSize(steps.size() * 4 + 1);
    copyConfiguration();
    MiniHome.released(); // makes the archive of classes
    for (Step step : steps) {
      Launcher.Ended ended =
          new Launcher(Path.of("/bin/bash"))
              .with("RENXING_HOME", home.toString())
              .with("RENXING_JAVA_OPTIONS", "-Xmx1g")
              .run("-c", "cd '" + Launcher.PROJECT + "'\n" + step.command());
      assertThat(ended.exitCode()).as(ended.toString()).isZero();
      List<String> lines = ended.out().lines().map(String::stripTrailing).toList();
      if (step.printed().stream().anyMatch(line -> line.contains(MORE))) {
        assertInOrder(lines, step);
      } else {
        assertThat(String.join("\n", lines).strip())
            .as(step.command())
            .isEqualTo(String.join("\n", step.printed()).strip());
      }
    }
  }

  private static void assertInOrder(List<String> lines, Step step) {
    Iterator<String> rest = lines.iterator();
    for (String wanted : step.printed()) {
      String form =
          Stream.of(wanted.split(MORE, -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
      boolean isFound = wanted.equals(MORE);
      while (!isFound && rest.hasNext()) {
        isFound = rest.next().matches(form);
      }
      assertThat(isFound).as("'" + wanted + "' in " + lines).isTrue();
    }
  }

  /** The product's configuration, so that what the tutorial writes stays out of the project. */
  private void copyConfiguration() throws IOException {
    Path conf = Launcher.PROJECT.resolve("conf");
    try (Stream<Path> files = Files.walk(conf)) {
      for (Path file : files.toList()) {
        Path copy = home.resolve("conf").resolve(conf.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }
}
