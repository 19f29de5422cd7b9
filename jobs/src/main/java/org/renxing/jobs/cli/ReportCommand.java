package org.renxing.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.renxing.config.Reach;
import org.renxing.jobs.console.Ahead;
import org.renxing.jobs.console.Workspace;
import org.renxing.jobs.output.OutputFolder;
import org.renxing.jobs.publish.FilesRead;
import org.renxing.jobs.report.Report;
import org.renxing.jobs.sql.DuckEngine;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.Releases;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.LakeAccess;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a release as pages for a browser. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a folder of pages that shows a release: index.html in it opens in a browser from the"
          + " disk, without a server or network.",
      "An earlier report in the folder is replaced once the new one is whole."
    },
    footer = {
      "",
      "Examples:",
      "  bin/renxing report --out /tmp/report",
      "  bin/renxing report --out /tmp/report --boundaries prefectures.geojson",
      "  bin/renxing report --out yearbook --release 2026-yearbook --scenario digital-coupling"
    })
final class ReportCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder; it is made, or holds an earlier report.")
  private Path out;

  @Option(
      names = "--release",
      paramLabel = "R",
      description = "Name, id or number of a release; the newest by default.")
  private Optional<String> released = Optional.empty();

  @Option(
      names = "--scenario",
      split = ",",
      paramLabel = "S,…",
      description = "Scenarios that are shown; all of the release by default.")
  private List<String> scenarios = List.of();

  @Option(
      names = "--boundaries",
      paramLabel = "FILE.geojson",
      description =
          "Outlines of units for maps: polygons with the unit's code as property unit_id, code or"
              + " adcode. Without it maps show points.")
  private Optional<Path> boundaries = Optional.empty();

  @Override
  public Integer call() {
    Ahead.lake(DuckEngine::load);
    LakeAccess access = common.lakeAccess();
    try (Workspace workspace = Workspace.open(access)) {
      String name = "report --out " + out;
      OutputFolder folder = OutputFolder.of(name, out);
      FilesRead.ofLake(access.path()).requireOutsideLake(name, folder.path());
      Releases releases = new Releases(workspace.lake());
      Releases.Release release = released.map(releases::require).orElseGet(releases::requireNewest);
      Optional<Releases.Release> before =
          Optional.ofNullable(releases.all().headMap(release.id()))
              .filter(earlier -> !earlier.isEmpty())
              .map(earlier -> earlier.get(earlier.lastKey()));
      try (DuckEngine engine = new DuckEngine(workspace.lake(), Optional.of(release))) {
        Report.Written written =
            named(new Report(engine, release, before, chosen(release)))
                .write(folder, boundaries.map(ReportCommand::outlines));
        System.out.printf(
            "%s  pages %d, units %d%n",
            folder.path().resolve("index.html"), written.pages(), written.units());
      }
      return 0;
    }
  }

  /** With the names of codes; a configuration that is broken leaves codes as they are. */
  private Report named(Report report) {
    try {
      return report.named(common.configuration(Reach.lake()).settings());
    } catch (RenxingException broken) {
      System.err.println("renxing: warning: codes stay without names: " + broken.getMessage());
      return report;
    }
  }

  private static Report.OutlineFile outlines(Path file) {
    String name = "report --boundaries " + file;
    return new LakeFiles(new org.apache.hadoop.conf.Configuration(false))
        .read(file.toAbsolutePath().toString())
        .map(text -> new Report.OutlineFile(name, text))
        .orElseThrow(() -> new RenxingException(ErrorCode.USAGE, name + ": there is no such file"));
  }

  /** The scenarios that are shown. */
  private List<String> chosen(Releases.Release release) {
    List<String> known =
        release.entries().stream()
            .map(Releases.Entry::scenario)
            .filter(id -> !id.equals(TableState.WHOLE))
            .distinct()
            .sorted()
            .toList();
    for (String scenario : scenarios) {
      if (!known.contains(scenario)) {
        throw new RenxingException(
            ErrorCode.USAGE,
            "report: release "
                + release.id()
                + " holds no scenario "
                + scenario
                + "; it holds "
                + String.join(", ", known));
      }
    }
    return scenarios.isEmpty() ? known : scenarios.stream().distinct().toList();
  }
}
