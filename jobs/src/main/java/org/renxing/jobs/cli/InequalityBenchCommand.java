package org.renxing.jobs.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.renxing.jobs.bench.InequalityBenchmark;
import org.renxing.jobs.console.Text;
import org.renxing.jobs.console.Workspace;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Indices of inequality on made-up values. */
@Command(
    name = "inequality",
    mixinStandardHelpOptions = true,
    description = {
      "Times Dagum's, Theil's and Atkinson's indices of one measure and year in this JVM: the",
      "kernel in one thread, and the Spark stage, which makes the groups where it reads them."
    },
    footer = {"", "Example:", "  bin/renxing bench inequality --rows 100000 --groups 8"})
final class InequalityBenchCommand implements Callable<Integer> {
  /** What is timed. */
  enum Part {
    KERNEL,
    STAGE,
    BOTH
  }

  @Option(
      names = "--rows",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "N,…",
      defaultValue = "1000000,10000000",
      description = "Values; several sizes are timed one after the other (1000000,10000000).")
  private List<Integer> rows;

  @Option(names = "--groups", paramLabel = "K", defaultValue = "31", description = "Groups (31).")
  private int groups;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "2",
      description = "Passes after the first of each size (2).")
  private int times;

  @Option(
      names = "--part",
      paramLabel = "WHICH",
      defaultValue = "both",
      description = "kernel (starts no Spark session), stage (Spark only), or both (default).")
  private Part part;

  @Option(names = "--json", description = "As JSON.")
  private boolean isJson;

  @Override
  public Integer call() {
    if (rows.stream().anyMatch(n -> n < groups) || groups < 2 || times < 0) {
      throw new RenxingException(
          ErrorCode.USAGE,
          String.format(
              Locale.ROOT,
              "bench inequality --rows %s --groups %d --times %d: 2 groups or more, as many rows,"
                  + " times of 0 or more",
              rows,
              groups,
              times));
    }
    Map<String, List<InequalityBenchmark.Result>> results = new LinkedHashMap<>();
    if (part != Part.STAGE) {
      results.put("kernel", each(benchmark -> benchmark.kernel(times)));
    }
    if (part != Part.KERNEL) {
      SparkSession spark =
          Workspace.session(
              Map.of("spark.sql.shuffle.partitions", "2", "spark.ui.enabled", "false"));
      try {
        results.put("stage", each(benchmark -> benchmark.stage(spark, times)));
      } finally {
        spark.stop();
      }
    }
    System.out.print(isJson ? Text.json(results) + "\n" : text(results));
    return 0;
  }

  private List<InequalityBenchmark.Result> each(
      Function<InequalityBenchmark, InequalityBenchmark.Result> run) {
    return rows.stream().map(n -> run.apply(new InequalityBenchmark(n, groups))).toList();
  }

  private static String text(Map<String, List<InequalityBenchmark.Result>> results) {
    List<List<String>> lines = new ArrayList<>();
    results.forEach(
        (name, sizes) ->
            sizes.forEach(
                r ->
                    lines.add(
                        List.of(
                            name,
                            String.format(Locale.ROOT, "%,d", r.rows()),
                            String.format(Locale.ROOT, "%.3f", r.firstSeconds()),
                            String.format(Locale.ROOT, "%.3f", r.fastestSeconds()),
                            String.format(
                                Locale.ROOT,
                                "%.1f",
                                r.fastestSeconds() / sizes.get(0).fastestSeconds()),
                            String.format(Locale.ROOT, "%.2f", r.processorSeconds()),
                            String.format(Locale.ROOT, "%.12f", r.gini()),
                            String.format(Locale.ROOT, "%.1e", r.partsError())))));
    return Text.table(
        List.of(
            "part",
            "rows",
            "seconds, first",
            "fastest",
            "ratio",
            "processor s",
            "gini",
            "error of parts"),
        lines);
  }
}
