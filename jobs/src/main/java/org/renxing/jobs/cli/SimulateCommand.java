package org.renxing.jobs.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.renxing.config.Reach;
import org.renxing.jobs.simulate.RemoteSample;
import org.renxing.jobs.simulate.Simulation;
import org.renxing.jobs.simulate.SimulationReport;
import org.renxing.jobs.simulate.SimulationWriter;
import org.renxing.model.YearRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes up a panel in the layout of real yearbooks. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Makes up a panel in the layout of real yearbooks, the same for the same seed.",
    subcommands = SimulateRemoteCommand.class,
    footer = {
      "",
      "Example:",
      "  bin/renxing simulate --cities 30 --years 2012..2021 --seed 1 --out /tmp/panel"
    })
final class SimulateCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder; made where it is missing. Required.")
  private Optional<Path> out;

  @Option(
      names = "--years",
      paramLabel = "A..B",
      defaultValue = "2012..2021",
      description = "Years (2012..2021).")
  private String years;

  @Option(
      names = "--cities",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "How many cities; 0, the default, for all real ones. Beyond those they are made up too,"
              + " with a units.csv beside the data.")
  private int cities;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "20250101",
      description = "Seed (20250101).")
  private long seed;

  @Option(names = "--no-defects", description = "Without the planted defects.")
  private boolean hasNoDefects;

  @Option(
      names = "--resource-years",
      paramLabel = "A..B",
      description =
          "Earlier years, of the resource-based cities alone, in files of their own (none).")
  private Optional<String> resourceYears;

  @Option(
      names = "--zones",
      description =
          "Also a small sample of areas, parcels, street views and night light of six cities.")
  private boolean hasZones;

  @Override
  public Integer call() {
    // not required of picocli, which would ask subcommands for it too
    Path folder =
        out.orElseThrow(
            () ->
                new ParameterException(spec.commandLine(), "Missing required option: '--out=DIR'"));
    Path reference = Path.of(common.configuration(Reach.reference()).settings().referencePath());
    SimulationReport report =
        SimulationWriter.write(
            new Simulation(
                seed,
                YearRange.parse(years),
                cities,
                reference,
                folder,
                !hasNoDefects,
                resourceYears.map(YearRange::parse)));
    report.files().forEach(System.out::println);
    long rows = report.rows();
    if (hasZones) {
      SimulationReport fine = RemoteSample.write(seed, reference, folder);
      fine.files().forEach(System.out::println);
      rows += fine.rows();
    }
    System.out.printf("%,d rows, simulated%n", rows);
    return 0;
  }
}
