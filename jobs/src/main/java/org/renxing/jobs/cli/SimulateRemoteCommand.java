package org.renxing.jobs.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.renxing.jobs.console.Workspace;
import org.renxing.jobs.simulate.RemoteSimulation;
import org.renxing.jobs.simulate.RemoteWriter;
import org.renxing.model.YearRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes up observations from afar with known truth. */
@Command(
    name = "remote",
    mixinStandardHelpOptions = true,
    description = {
      "Makes up residential and commercial areas with signals of occupancy of known bias, noise"
          + " and",
      "correlation, a field audit, and the true vacancy by unit and year, as Parquet. The same for",
      "the same seed on any number of cores."
    },
    footer = {"", "Example:", "  bin/renxing simulate remote --rows 1000000 --out /tmp/areas"})
final class SimulateRemoteCommand implements Callable<Integer> {
  @Option(
      names = "--rows",
      required = true,
      paramLabel = "N",
      description = "Areas times years, up to a billion.")
  private long rows;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder; made where it is missing.")
  private Path out;

  @Option(
      names = "--units",
      paramLabel = "K",
      defaultValue = "300",
      description = "Units, up to 1000 (300).")
  private int units;

  @Option(
      names = "--years",
      paramLabel = "A..B",
      defaultValue = "2012..2021",
      description = "Years (2012..2021).")
  private String years;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "20250101",
      description = "Seed (20250101).")
  private long seed;

  @Override
  public Integer call() {
    var simulation = new RemoteSimulation(rows, units, YearRange.parse(years), seed);
    SparkSession spark =
        Workspace.session(Map.of("spark.sql.shuffle.partitions", "2", "spark.ui.enabled", "false"));
    try {
      RemoteWriter.write(spark, simulation, out);
    } finally {
      spark.stop();
    }
    System.out.printf("%s: %,d rows, simulated%n", out, rows);
    return 0;
  }
}
