package org.renxing.jobs.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.renxing.jobs.bench.DeaBenchmark;
import org.renxing.jobs.bench.DeaStageBenchmark;
import org.renxing.jobs.console.Text;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The kernel of DEA on made-up scores. */
@Command(
    name = "dea",
    mixinStandardHelpOptions = true,
    description = {
      "Times data envelopment analysis in this JVM: four models a year (each of four scores once",
      "the output), constant returns, input-oriented, with slacks and peers."
    },
    footer = {"", "Example:", "  bin/renxing bench dea --part kernel --units 285 --years 10"})
final class DeaBenchCommand implements Callable<Integer> {
  /** What is timed. */
  enum Part {
    KERNEL,
    STAGE,
    BOTH
  }

  @Option(
      names = "--units",
      paramLabel = "N",
      defaultValue = "2850",
      description = "Units a year (2850).")
  private int units;

  @Option(names = "--years", paramLabel = "T", defaultValue = "20", description = "Years (20).")
  private int years;

  @Option(
      names = "--dense",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of units on the frontier of the fourth model, 0 to 1 (0).")
  private double dense;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "4",
      description = "Passes after the first; the fastest counts as warm (4).")
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
    if (units < 1 || years < 1 || times < 0 || !(dense >= 0 && dense <= 1)) {
      throw new RenxingException(
          ErrorCode.USAGE,
          String.format(
              Locale.ROOT,
              "bench dea --units %d --years %d --times %d --dense %s: units and years of 1 or more,"
                  + " times of 0 or more, a share from 0 to 1",
              units,
              years,
              times,
              dense));
    }
    DeaBenchmark benchmark = new DeaBenchmark(units, years, dense);
    Map<String, Object> results = new LinkedHashMap<>();
    List<List<String>> lines = new ArrayList<>();
    if (part != Part.STAGE) {
      DeaBenchmark.Result kernel = benchmark.run(times);
      results.put("kernel", kernel);
      lines.addAll(lines(kernel));
    }
    if (part != Part.KERNEL) {
      DeaStageBenchmark.Result stage = new DeaStageBenchmark(benchmark).run(times);
      results.put("stage", stage);
      lines.addAll(lines(stage));
    }
    System.out.print(
        isJson ? Text.json(results) + "\n" : Text.table(List.of("figure", "value"), lines));
    return 0;
  }

  private static List<List<String>> lines(DeaBenchmark.Result result) {
    return List.of(
        List.of("scores", count(result.scores())),
        List.of("cores", Integer.toString(result.cores())),
        List.of("kernel seconds, cold", seconds(result.coldSeconds())),
        List.of("kernel seconds, warm", seconds(result.warmSeconds())),
        List.of("linear programs", count(result.programs())),
        List.of("fallbacks", Long.toString(result.fallbacks())),
        List.of("largest frontier", Integer.toString(result.frontier())),
        List.of("scores without certificate", Long.toString(result.uncertified())),
        List.of(
            "largest certificate error",
            String.format(Locale.ROOT, "%.1e", result.certificateError())));
  }

  private static List<List<String>> lines(DeaStageBenchmark.Result result) {
    return List.of(
        List.of("Spark stage scores", count(result.scores())),
        List.of("Spark stage seconds, first pass", seconds(result.firstSeconds())),
        List.of("Spark stage seconds, fastest", seconds(result.fastestSeconds())),
        List.of("with scale efficiency, fastest", seconds(result.scaledSeconds())),
        List.of("Spark stage answers, hash", result.answers()));
  }

  private static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
