package org.renxing.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.renxing.config.Configuration;
import org.renxing.config.Reach;
import org.renxing.jobs.console.Workspace;
import org.renxing.jobs.publish.Export;
import org.renxing.jobs.publish.FilesRead;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes tables of a release to files. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes tables of a release to files, one CSV or Parquet each.",
    footer = {
      "",
      "Examples:",
      "  bin/renxing export --scenario all --table dim_unit --out /tmp/tables",
      "  bin/renxing export --scenario all --table all --release 2026-yearbook --out yearbook"
    })
final class ExportCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(
      names = "--scenario",
      required = true,
      paramLabel = "S",
      description = "Scenario, or all.")
  private String scenario;

  @Option(
      names = "--table",
      required = true,
      split = ",",
      paramLabel = "T,…",
      description = "Tables of gold, with or without the database; all for every table.")
  private List<String> tables;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder; made where it is missing.")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "csv|parquet",
      defaultValue = "csv",
      description = "csv (default) or parquet.")
  private Export.Format format;

  @Option(
      names = "--release",
      paramLabel = "R",
      description = "Name, id or number of a release; the newest by default.")
  private Optional<String> release = Optional.empty();

  @Override
  public Integer call() {
    Configuration configuration = common.configuration(Reach.lake());
    try (Workspace workspace = Workspace.open(configuration)) {
      var read = FilesRead.of(configuration.settings(), workspace.lake().files());
      new Export(workspace.lake(), format, read)
          .write(release, scenario, tables, out)
          .forEach(f -> System.out.printf("%s  %,d rows%n", f.file(), f.rows()));
      return 0;
    }
  }
}
