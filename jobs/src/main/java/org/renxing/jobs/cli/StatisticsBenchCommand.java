package org.renxing.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.renxing.jobs.bench.StatisticsBenchmark;
import org.renxing.jobs.bench.StatisticsBenchmark.Method;
import org.renxing.jobs.bench.StatisticsBenchmark.Result;
import org.renxing.jobs.console.Text;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The kernels of statistics on a made-up panel. */
@Command(
    name = "statistics",
    mixinStandardHelpOptions = true,
    description = {
      "Times kernels of statistics on a made-up panel in this JVM: the geographical detector with",
      "all pairs, two-way fixed effects with clustered errors, a spatial Durbin model with two-way",
      "effects, and k-means for 2 to 12 types with 20 starts each."
    },
    footer = {
      "",
      "Examples:",
      "  bin/renxing bench statistics",
      "  bin/renxing bench statistics --only durbin --units 285 --years 10",
      "  bin/renxing bench statistics --times 0 --write /tmp/panel"
    })
final class StatisticsBenchCommand implements Callable<Integer> {
  @Option(
      names = "--units",
      paramLabel = "N",
      defaultValue = "2850",
      description = "Units a year (2850).")
  private int units;

  @Option(names = "--years", paramLabel = "T", defaultValue = "20", description = "Years (20).")
  private int years;

  @Option(
      names = "--regressors",
      paramLabel = "K",
      defaultValue = "20",
      description = "Regressors, which are the factors of the detector (20).")
  private int regressors;

  @Option(
      names = "--only",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "METHOD,…",
      description = "Of detector, fixed, durbin, kmeans; all unless given.")
  private List<Method> only = List.of(Method.values());

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "1",
      description = "Passes after the first of each (1).")
  private int times;

  @Option(
      names = "--write",
      paramLabel = "FOLDER",
      description = "Also writes panel.csv and weights.csv, for other programs.")
  private Optional<Path> folder;

  @Option(names = "--json", description = "As JSON.")
  private boolean isJson;

  @Override
  public Integer call() {
    if (units < 20 || years < 2 || regressors < 1 || times < 0) {
      throw new RenxingException(
          ErrorCode.USAGE,
          String.format(
              Locale.ROOT,
              "bench statistics --units %d --years %d --regressors %d --times %d: 20 units, 2 years,"
                  + " 1 regressor and 0 more passes, or more",
              units,
              years,
              regressors,
              times));
    }
    StatisticsBenchmark benchmark = new StatisticsBenchmark(units, years, regressors);
    folder.ifPresent(benchmark::write);
    List<Result> results = only.stream().map(method -> benchmark.time(method, times)).toList();
    System.out.print(isJson ? Text.json(results) + "\n" : text(results));
    return 0;
  }

  private static String text(List<Result> results) {
    List<List<String>> lines = new ArrayList<>();
    for (Result r : results) {
      lines.add(
          List.of(
              r.method().name().toLowerCase(Locale.ROOT),
              String.format(Locale.ROOT, "%,d", r.rows()),
              Integer.toString(r.regressors()),
              String.format(Locale.ROOT, "%.2f", r.firstSeconds()),
              String.format(Locale.ROOT, "%.2f", r.fastestSeconds()),
              String.format(Locale.ROOT, "%.9g", r.figure())));
    }
    return Text.table(
        List.of("method", "rows", "regressors", "seconds, first", "fastest", "figure"), lines);
  }
}
