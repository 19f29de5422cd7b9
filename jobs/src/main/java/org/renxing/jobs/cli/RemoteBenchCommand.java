package org.renxing.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.renxing.jobs.bench.BenchFolder;
import org.renxing.jobs.bench.ColdRun;
import org.renxing.jobs.bench.RemoteBenchmark;
import org.renxing.jobs.bench.SpatialJoinBenchmark;
import org.renxing.jobs.console.Text;
import org.renxing.jobs.console.Workspace;
import org.renxing.jobs.simulate.RemoteSimulation;
import org.renxing.jobs.simulate.RemoteWriter;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.YearRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Vacancy rates of simulated observations against a plain aggregate. */
@Command(
    name = "remote",
    mixinStandardHelpOptions = true,
    description = {
      "Times the aggregation of simulated areas, and all up to vacancy rates with calibration and",
      "intervals, against a plain aggregate of the same columns of the same Parquet files, in turn",
      "in one JVM; and beside it the join of points with 300 units of 200 corners."
    },
    footer = {"", "Example:", "  bin/renxing bench remote --rows 1000000"})
final class RemoteBenchCommand implements Callable<Integer> {
  @Option(
      names = "--rows",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "N,…",
      defaultValue = "10000000",
      description = "Areas times years; several sizes one after the other (10000000).")
  private List<Long> rows;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "3",
      description = "Passes of each that count, after one that does not (3).")
  private int times;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keeps the files of each size here, and takes those that are there (a temporary folder,"
              + " deleted at the end).")
  private Optional<Path> data;

  @Option(names = "--units", paramLabel = "K", defaultValue = "300", description = "Units (300).")
  private int units;

  @Option(
      names = "--points",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "N,…",
      defaultValue = "1000000",
      description = "Points of the spatial join; 0 for none (1000000).")
  private List<Long> points;

  @Option(names = "--json", description = "As JSON.")
  private boolean isJson;

  @Override
  public Integer call() {
    if (times < 1) {
      throw new RenxingException(
          ErrorCode.USAGE, "bench remote --times " + times + ": one pass or more");
    }
    List<RemoteSimulation> simulations =
        rows.stream()
            .map(n -> new RemoteSimulation(n, units, new YearRange(2012, 2021), 20250101L))
            .toList();
    SparkSession spark =
        Workspace.session(Map.of("spark.sql.shuffle.partitions", "2", "spark.ui.enabled", "false"));
    List<RemoteBenchmark.Result> results = new ArrayList<>();
    List<SpatialJoinBenchmark.Result> joins = new ArrayList<>();
    try (BenchFolder folder = data.map(BenchFolder::kept).orElseGet(BenchFolder::temporary)) {
      for (RemoteSimulation simulation : simulations) {
        Path files =
            folder
                .path()
                .resolve(String.format(Locale.ROOT, "rows-%d-units-%d", simulation.rows(), units));
        if (!Files.exists(files.resolve("README.txt"))) {
          RemoteWriter.write(spark, simulation, files);
        }
        results.add(new RemoteBenchmark(spark, files).run(times));
      }
      for (long n : points) {
        if (n > 0) {
          joins.add(SpatialJoinBenchmark.run(spark, n));
        }
      }
    } finally {
      spark.stop();
    }
    System.out.print(
        isJson
            ? Text.json(Map.of("aggregation", results, "spatial-join", joins)) + "\n"
            : text(results) + (joins.isEmpty() ? "" : "\n" + joinText(joins)));
    return 0;
  }

  private static String joinText(List<SpatialJoinBenchmark.Result> joins) {
    List<List<String>> lines = new ArrayList<>();
    for (SpatialJoinBenchmark.Result r : joins) {
      lines.add(
          List.of(
              String.format(Locale.ROOT, "%,d", r.points()),
              String.format(Locale.ROOT, "%.2f", r.zoneSeconds()),
              String.format(Locale.ROOT, "%.2f", r.joinSeconds()),
              String.format(Locale.ROOT, "%.2f", r.plainSeconds()),
              String.format(Locale.ROOT, "%,.0f", r.pointsPerSecond()),
              String.format(Locale.ROOT, "%,d", r.misplaced())));
    }
    return Text.table(
        List.of("points", "zones s", "join s", "by code s", "points a second", "misplaced"), lines);
  }

  private static String text(List<RemoteBenchmark.Result> results) {
    List<List<String>> lines = new ArrayList<>();
    for (RemoteBenchmark.Result r : results) {
      lines.add(
          List.of(
              String.format(Locale.ROOT, "%,d", r.rows()),
              String.format(Locale.ROOT, "%.2f", ColdRun.median(r.seconds())),
              String.format(Locale.ROOT, "%.2f", ColdRun.median(r.plainSeconds())),
              String.format(Locale.ROOT, "%.2f", r.ratio()),
              String.format(Locale.ROOT, "%.2f", r.processorRatio()),
              String.format(Locale.ROOT, "%.2f", ColdRun.median(r.ratesSeconds())),
              String.format(Locale.ROOT, "%.2f", r.ratesRatio()),
              String.format(Locale.ROOT, "%.0f", r.peakMegabytes()),
              String.format(Locale.ROOT, "%.0f", r.plainPeakMegabytes()),
              String.format(Locale.ROOT, "%,d", r.audits()),
              String.format(Locale.ROOT, "%.3f", r.heldShare()),
              String.format(Locale.ROOT, "%.5f", r.meanError())));
    }
    return Text.table(
        List.of(
            "rows",
            "aggregation s",
            "plain s",
            "ratio",
            "of processor s",
            "with rates s",
            "ratio",
            "peak MB",
            "plain MB",
            "audits",
            "held",
            "mean error"),
        lines);
  }
}
