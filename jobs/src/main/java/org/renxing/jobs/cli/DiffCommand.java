package org.renxing.jobs.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.renxing.jobs.console.Json;
import org.renxing.jobs.console.Workspace;
import org.renxing.jobs.diff.DiffOptions;
import org.renxing.jobs.diff.DiffPage;
import org.renxing.jobs.diff.DiffSide;
import org.renxing.jobs.diff.DiffText;
import org.renxing.jobs.diff.LakeDiff;
import org.renxing.jobs.output.OutputFile;
import org.renxing.jobs.publish.FilesRead;
import org.renxing.jvm.StandardStreams;
import org.renxing.model.TableName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two releases, or two scenarios. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    header = "Compares two lakes, two releases or two scenarios, table by table.",
    description = {
      "Rows are matched by the key of their table. A row that only one has, a value that differs"
          + " and a column that only one has are a difference; run_id is not compared. Doubles are"
          + " equal within the tolerance, -0 is 0, NaN is NaN, and null is equal to null alone.",
      "Of tables that rank units the largest movers are named. What stands behind the differences"
          + " follows: the code, keys of the configuration, and files of sources with their rows.",
      "A and B are each the folder or URI of a lake (its newest release), a release of the lake in"
          + " use (r00001, the whole id or its name), or scenario:ID of its newest release."
    },
    footer = {
      "",
      "Exit codes: 0 equal, 1 different, 2 no such lake, release or table, 4 damaged.",
      "",
      "Examples:",
      "  bin/renxing diff /data/lake-before /data/lake-after",
      "  bin/renxing diff r00001 r00002 --tables coupling_unit_year,dim_unit",
      "  bin/renxing diff r00001 r00002 --top 20 --html changes.html",
      "  bin/renxing diff scenario:real-cities scenario:real-cities-imputed --json"
    })
final class DiffCommand implements Callable<Integer> {
  private static final int DIFFERENT = 1;

  @Mixin private CommonOptions common;

  @Parameters(index = "0", paramLabel = "A", description = "A lake, release or scenario.")
  private String a;

  @Parameters(index = "1", paramLabel = "B", description = "What it is compared with.")
  private String b;

  @Option(
      names = "--tables",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "T,…",
      description =
          "Only these tables of gold, with or without the database; by default all but"
              + " release_table, which follows from the others.")
  private List<String> tables = List.of();

  @Option(
      names = "--tolerance",
      paramLabel = "X",
      defaultValue = "1e-10",
      description = "Largest relative difference of doubles that count as equal (1e-10).")
  private double tolerance;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "5",
      description = "Differences of each kind that are named of a table (5).")
  private int limit;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "Largest movers that are named of a table, by score and by rank (10).")
  private int top;

  @Option(names = "--json", description = "As JSON, with counts of every table and column.")
  private boolean isJson;

  @Option(
      names = "--html",
      paramLabel = "FILE.html",
      description =
          "Writes a report page too, which needs no network and no script: tables, movers, rows,"
              + " values, and what stands behind them.")
  private Optional<String> html;

  @Override
  public Integer call() {
    Set<TableName> named =
        tables.stream()
            .map(t -> t.contains(".") ? TableName.parse(t) : TableName.gold(t))
            .collect(Collectors.toSet());
    DiffOptions options = new DiffOptions(named, tolerance, limit, top);
    Optional<OutputFile> page = html.map(file -> OutputFile.of("--html " + file, Path.of(file)));
    try (Workspace workspace = Workspace.open(common.lakeAccess())) {
      DiffSide sideA = DiffSide.of(a, workspace);
      DiffSide sideB = DiffSide.of(b, workspace);
      page.ifPresent(file -> requireApart(file, sideA, sideB));
      LakeDiff diff = LakeDiff.of(sideA, sideB, options);
      page.ifPresent(file -> write(DiffPage.of(diff), file));
      System.out.print(isJson ? Json.of(diff) + "\n" : DiffText.of(diff));
      if (diff.isEqual()) {
        return 0;
      }
      StandardStreams.lastLine("renxing: exit 1 (DIFFERENT): " + DiffText.conclusion(diff));
      return DIFFERENT;
    }
  }

  private static void requireApart(OutputFile page, DiffSide... sides) {
    for (DiffSide side : sides) {
      FilesRead.ofLake(side.lake().root()).requireOutsideLake(page.name(), page.path());
    }
  }

  private static void write(String page, OutputFile file) {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    file.write(
        out -> {
          out.write(bytes);
          return bytes.length;
        });
  }
}
