package org.renxing.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.renxing.config.Reach;
import org.renxing.jobs.bench.ColdRun;
import org.renxing.jobs.bench.FloorBenchmark;
import org.renxing.jobs.bench.FloorCommits;
import org.renxing.jobs.console.Text;
import org.renxing.jobs.console.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Benchmarks. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Times the product on this machine.",
    subcommands = {
      BenchCommand.Floor.class,
      BenchCommand.Commits.class,
      NightlyBenchCommand.class,
      DeaBenchCommand.class,
      InequalityBenchCommand.class,
      StatisticsBenchCommand.class,
      ClassesBenchCommand.class,
      RemoteBenchCommand.class
    })
final class BenchCommand {

  /** Nightly on samples against trivial commits. */
  @Command(
      name = "floor",
      mixinStandardHelpOptions = true,
      description = {
        "Times nightly into an empty lake, in a cold JVM, against the floor: as many trivial",
        "aggregations of cached rows, each written to a Delta table of its own, in a JVM with the",
        "same flags. Run nightly once before, so that the class archive is there."
      },
      footer = {"", "Example:", "  bin/renxing bench floor --times 3"})
  static final class Floor implements Callable<Integer> {
    @Option(
        names = "--times",
        paramLabel = "N",
        defaultValue = "3",
        description = "Runs of each, in turn (3).")
    private int times;

    @Option(
        names = "--rows",
        paramLabel = "N",
        defaultValue = "94050",
        description = "Rows that the floor aggregates (94050).")
    private long rows;

    @Option(
        names = "--env",
        paramLabel = "NAME",
        defaultValue = "default",
        description = "Environment of nightly.")
    private String env;

    @Option(names = "--json", description = "As JSON.")
    private boolean isJson;

    @Override
    public Integer call() {
      FloorBenchmark.Result result = new FloorBenchmark(List.of("--env", env), rows).run(times);
      if (isJson) {
        System.out.println(Text.json(result));
        return 0;
      }
      List<List<String>> lines = new ArrayList<>();
      lines.add(line("nightly", result.nightlySeconds()));
      lines.add(line("floor", result.floorSeconds()));
      System.out.print(Text.table(List.of("seconds", "median", "all"), lines));
      System.out.printf(
          Locale.ROOT, "%d Delta commits each; ratio %.2f%n", result.commits(), result.ratio());
      return 0;
    }

    private static List<String> line(String name, List<Double> seconds) {
      return List.of(
          name,
          String.format(Locale.ROOT, "%.1f", ColdRun.median(seconds)),
          String.join(
              " ", seconds.stream().map(s -> String.format(Locale.ROOT, "%.1f", s)).toList()));
    }
  }

  /** The floor itself; started by {@code floor}. */
  @Command(name = "commits", hidden = true, description = "Writes trivial Delta tables.")
  static final class Commits implements Callable<Integer> {
    @Mixin private CommonOptions common;

    @Option(names = "--folder", required = true)
    private String folder;

    @Option(names = "--commits", required = true)
    private int commits;

    @Option(names = "--rows", required = true)
    private long rows;

    @Override
    public Integer call() {
      SparkSession spark = Workspace.session(common.configuration(Reach.lake()).settings().spark());
      FloorCommits.write(spark, folder, commits, rows);
      spark.stop();
      return 0;
    }
  }
}
