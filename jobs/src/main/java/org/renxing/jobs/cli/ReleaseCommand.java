package org.renxing.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.renxing.config.Configuration;
import org.renxing.config.Reach;
import org.renxing.jobs.LakeTask;
import org.renxing.jobs.console.Bytes;
import org.renxing.jobs.console.Json;
import org.renxing.jobs.console.Text;
import org.renxing.jobs.console.Workspace;
import org.renxing.jobs.upkeep.Frozen;
import org.renxing.lake.ReleaseActions;
import org.renxing.lake.ReleaseList;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Releases: which there are, their names, and going back to one. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = "Lists and names releases, drops one, or goes back to one.",
    subcommands = {HelpCommand.class},
    footer = {
      "",
      "R is the name of a release, its id or its number (r00001).",
      "",
      "Examples:",
      "  bin/renxing release list",
      "  bin/renxing release name r00012 2026-yearbook",
      "  bin/renxing release rollback 2026-yearbook",
      "  bin/renxing release drop r00003"
    })
final class ReleaseCommand implements Runnable {
  private static final List<String> HEADS =
      List.of("release", "name", "published", "tables", "rows", "size", "of its own", "");

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name one of list, name, drop and rollback");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = {
        "Lists the releases that can be read, the newest first: the rows and files of their"
            + " tables,",
        "and what of these no other release has."
      },
      footer = {"", "Example:", "  bin/renxing release list --json"})
  int list(
      @Mixin CommonOptions common,
      @Option(names = "--json", description = "As JSON.") boolean isJson) {
    try (Workspace workspace = Workspace.open(common.lakeAccess())) {
      List<ReleaseList.Line> all = ReleaseList.of(workspace.lake());
      if (isJson) {
        System.out.println(Json.of(all));
      } else if (all.isEmpty()) {
        System.err.println("No release yet in " + workspace.lake().root());
      } else {
        System.out.print(Text.table(HEADS, all.stream().map(ReleaseCommand::cells).toList()));
      }
      return 0;
    }
  }

  @Command(
      name = "name",
      mixinStandardHelpOptions = true,
      description = {
        "Names a release. It is found by that name from now on, wherever a release is asked for,",
        "and is kept by maintain."
      },
      footer = {
        "",
        "Examples:",
        "  bin/renxing release name r00012 2026-yearbook",
        "  bin/renxing release name --remove r00012 2026-yearbook"
      })
  int name(
      @Mixin CommonOptions common,
      @Parameters(paramLabel = "R", description = "The release.") String release,
      @Parameters(
              paramLabel = "NAME",
              description = "1 to 64 ASCII letters, digits, '.', '_' and '-'; unlike an id.")
          String name,
      @Option(names = "--remove", description = "Takes the name away.") boolean isRemoved) {
    String command = "name " + (isRemoved ? "--remove " : "") + release + " " + name;
    return done(
        common,
        isRemoved ? Reach.nightly() : Reach.lake(),
        command,
        work -> {
          if (isRemoved) {
            work.actions().unname(release, name, Frozen.names(work.configuration().settings()));
            return name + " is no longer a name.";
          }
          return work.actions().name(release, name)
              ? release + " is named " + name + " from now on."
              : release + " has that name already.";
        });
  }

  @Command(
      name = "drop",
      mixinStandardHelpOptions = true,
      description = {
        "Takes a release off the list: it is read no more, and its files go with the next"
            + " maintain.",
        "Not the one that readers see, nor one with a name or one that a scenario refers to."
      },
      footer = {"", "Example:", "  bin/renxing release drop r00003"})
  int drop(
      @Mixin CommonOptions common,
      @Parameters(paramLabel = "R", description = "The release.") String release) {
    return done(
        common,
        Reach.nightly(), // which scenarios refer to releases has to be known
        "drop " + release,
        work ->
            work.actions()
                    .drop(
                        release,
                        Frozen.releases(work.configuration().settings(), work.workspace().lake()))
                + " is dropped; its files go with the next bin/renxing maintain.");
  }

  @Command(
      name = "rollback",
      mixinStandardHelpOptions = true,
      description = {
        "Publishes an earlier release again, as a new one, so that readers see what they saw then.",
        "Nothing is lost. The next nightly publishes what follows from its sources and its",
        "configuration as they are by then, and says so."
      },
      footer = {"", "Example:", "  bin/renxing release rollback 2026-yearbook"})
  int rollback(
      @Mixin CommonOptions common,
      @Parameters(paramLabel = "R", description = "The release.") String release) {
    return done(
        common,
        Reach.lake(),
        "rollback " + release,
        work ->
            "Published release "
                + work.actions().rollBack(release, work.given().codeVersion()).releaseId()
                + ", which is "
                + release
                + " again.");
  }

  /** What is at hand for the work. */
  private record Work(
      Configuration configuration,
      Workspace workspace,
      LakeTask.Given given,
      ReleaseActions actions) {}

  private static int done(
      CommonOptions common, Reach reach, String command, Function<Work, String> work) {
    Configuration configuration = common.configuration(reach);
    try (Workspace workspace = Workspace.open(configuration)) {
      String logged = "release " + command + " " + common.logged();
      String told =
          new LakeTask(configuration, workspace.lake(), logged)
              .run(
                  false,
                  given ->
                      work.apply(
                          new Work(
                              configuration,
                              workspace,
                              given,
                              new ReleaseActions(workspace.lake(), given.runId()))));
      System.out.println(told);
      return 0;
    }
  }

  private static List<String> cells(ReleaseList.Line line) {
    List<String> notes = new ArrayList<>();
    if (line.isCurrent()) {
      notes.add("what readers see");
    }
    if (!line.rollbackOf().isEmpty()) {
      notes.add("a rollback to " + line.rollbackOf());
    }
    return List.of(
        line.id(),
        String.join(", ", line.names()),
        line.publishedAt(),
        Integer.toString(line.tables()),
        String.format(Locale.ROOT, "%,d", line.rows()),
        Bytes.text(line.bytes()),
        Bytes.text(line.ownBytes()),
        String.join(", ", notes));
  }
}
