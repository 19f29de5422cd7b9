package org.renxing.jobs.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.renxing.config.Configuration;
import org.renxing.config.Reach;
import org.renxing.jobs.console.Json;
import org.renxing.jobs.console.Workspace;
import org.renxing.jobs.trace.Trace;
import org.renxing.jobs.trace.TraceQuery;
import org.renxing.jobs.trace.TraceText;
import org.renxing.jobs.trace.Tracer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows where a published figure comes from. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = "Shows the way of a published figure, from the source file to the score.",
    footer = {
      "",
      "Example:",
      "  bin/renxing trace --scenario digital-coupling --unit 上海市 --year 2021"
    })
final class TraceCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(names = "--scenario", required = true, paramLabel = "S", description = "Scenario.")
  private String scenario;

  @Option(
      names = "--unit",
      required = true,
      paramLabel = "U",
      description = "Unit: code, or name in Chinese or English.")
  private String unit;

  @Option(names = "--year", required = true, paramLabel = "Y", description = "Year.")
  private int year;

  @Option(
      names = "--indicator",
      paramLabel = "I",
      description = "One indicator in full; without it a line for each.")
  private Optional<String> indicator = Optional.empty();

  @Option(
      names = "--release",
      paramLabel = "R",
      description = "Name, id or number of a release; the newest by default.")
  private Optional<String> release = Optional.empty();

  @Option(names = "--json", description = "As JSON, with every step and all digits.")
  private boolean isJson;

  @Override
  public Integer call() {
    Configuration configuration = common.configuration(Reach.scenario(scenario));
    try (Workspace workspace = Workspace.open(configuration)) {
      Trace trace =
          new Tracer(workspace.lake(), configuration.settings())
              .trace(new TraceQuery(scenario, unit, year, indicator, release));
      System.out.print(isJson ? Json.of(trace) + "\n" : TraceText.of(trace));
      return 0;
    }
  }
}
