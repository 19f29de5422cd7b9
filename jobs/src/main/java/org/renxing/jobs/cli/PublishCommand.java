package org.renxing.jobs.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.renxing.config.Configuration;
import org.renxing.config.Reach;
import org.renxing.jobs.console.Ahead;
import org.renxing.jobs.console.Workspace;
import org.renxing.jobs.postgres.PostgresPublisher;
import org.renxing.model.ErrorCode;
import org.renxing.model.PostgresTarget;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes a release to PostgreSQL. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    header = "Publishes a release to PostgreSQL.",
    description = {
      "Loads the tables of the release into a schema of their own, and then lets the views of one"
          + " schema show them, all at once. What is loaded already is not loaded again. nightly"
          + " does the same at its end.",
      "Where to is said by publish.postgres in the configuration. The lake is read, and not locked."
    },
    footer = {
      "",
      "Examples:",
      "  bin/renxing publish",
      "  bin/renxing publish --release 2026-yearbook"
    })
final class PublishCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(
      names = "--release",
      paramLabel = "R",
      description = "Name, id or number of a release; the newest by default.")
  private Optional<String> release = Optional.empty();

  @Override
  public Integer call() {
    Ahead.lake();
    Configuration configuration = common.configuration(Reach.publish());
    PostgresTarget target =
        configuration
            .settings()
            .postgres()
            .orElseThrow(
                () ->
                    new RenxingException(
                        ErrorCode.USAGE,
                        "publish: the configuration names no database; set publish.postgres.url,"
                            + " see docs/postgresql.md"));
    try (Workspace workspace = Workspace.open(configuration)) {
      PostgresPublisher.Result result =
          new PostgresPublisher(workspace.lake(), target).publish(release);
      result.warnings().forEach(w -> System.err.println("renxing: warning: POSTGRES: " + w));
      System.out.println(result.line());
      return 0;
    }
  }
}
