package org.renxing.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.renxing.config.Configuration;
import org.renxing.config.Reach;
import org.renxing.jobs.bench.ColdRun;
import org.renxing.jobs.bench.NightlyBenchmark;
import org.renxing.jobs.console.Text;
import org.renxing.jobs.console.Workspace;
import org.renxing.model.YearRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Nightly on a made-up panel of any size. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description = {
      "Makes up a panel without defects, in the layout of the samples, and times nightly of one",
      "scenario on it: into an empty lake, in a cold JVM with the flags of this one. Run nightly",
      "once before, so that the class archive is there."
    },
    footer = {"", "Example:", "  bin/renxing bench nightly --cities 285 --years 2012..2021"})
final class NightlyBenchCommand implements Callable<Integer> {
  /** How many of the slowest steps are shown. */
  private static final int SHOWN = 12;

  @Mixin private CommonOptions common;

  @Option(
      names = "--cities",
      paramLabel = "N",
      defaultValue = "2850",
      description = "Cities; those beyond the real ones are made up (2850).")
  private int cities;

  @Option(
      names = "--years",
      paramLabel = "A..B",
      defaultValue = "2002..2021",
      description = "Years (2002..2021).")
  private String years;

  @Option(
      names = "--scenario",
      paramLabel = "ID",
      defaultValue = "digital-coupling",
      description = "Scenario (digital-coupling).")
  private String scenario;

  @Option(names = "--times", paramLabel = "N", defaultValue = "1", description = "Runs (1).")
  private int times;

  @Option(names = "--json", description = "As JSON, with all steps.")
  private boolean isJson;

  @Override
  public Integer call() {
    Configuration configuration = common.configuration(Reach.all());
    try (Workspace workspace = Workspace.open(configuration)) {
      NightlyBenchmark.Result result =
          new NightlyBenchmark(configuration.settings(), common.home())
              .run(
                  new NightlyBenchmark.Panel(cities, YearRange.parse(years), scenario),
                  times,
                  workspace::lake);
      System.out.print(isJson ? Text.json(result) : text(result));
      return 0;
    }
  }

  private static String text(NightlyBenchmark.Result result) {
    List<List<String>> runs = new ArrayList<>();
    runs.add(line("wall", result.seconds()));
    runs.add(line("processor", result.processorSeconds()));
    List<List<String>> steps =
        result.stepSeconds().entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(SHOWN)
            .map(e -> List.of(e.getKey(), seconds(e.getValue())))
            .toList();
    return String.format(Locale.ROOT, "%,d rows, simulated%n", result.rows())
        + Text.table(List.of("seconds", "median", "all"), runs)
        + Text.table(List.of("slowest steps of the last run", "seconds"), steps);
  }

  private static List<String> line(String name, List<Double> seconds) {
    return List.of(
        name,
        seconds(ColdRun.median(seconds)),
        String.join(" ", seconds.stream().map(NightlyBenchCommand::seconds).toList()));
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
