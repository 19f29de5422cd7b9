package org.renxing.jobs.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.jobs.simulate.Simulation;
import org.renxing.jobs.simulate.SimulationWriter;
import org.renxing.lake.Lake;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.YearRange;
import org.renxing.run.RunLog;

/**
 * Times nightly of one scenario on a made-up panel of any size, into an empty lake, in a cold JVM
 * with the flags of this one.
 */
public final class NightlyBenchmark {
  private static final String SAMPLES = "/data-samples/";

  private final Settings settings;
  private final Path samples;
  private final Path reference;

  /**
   * A benchmark.
   *
   * @param settings their sources that lie in the samples are read from the made-up panel
   * @param home of the product
   */
  public NightlyBenchmark(Settings settings, Path home) {
    this.settings = settings;
    this.samples = home.resolve("data-samples");
    this.reference = Path.of(settings.referencePath());
  }

  /**
   * What is run.
   *
   * @param cities how many; those beyond the real ones are made up
   */
  public record Panel(int cities, YearRange years, String scenario) {}

  /**
   * Figures of the runs.
   *
   * @param rows of the files of the panel
   * @param seconds wall time of each run, from the start of the process to its end
   * @param processorSeconds of each run; 0 where the system does not tell
   * @param stepSeconds wall time of each step of the last run, by table
   */
  public record Result(
      long rows,
      List<Double> seconds,
      List<Double> processorSeconds,
      Map<String, Double> stepSeconds) {
    public Result {
      seconds = List.copyOf(seconds);
      processorSeconds = List.copyOf(processorSeconds);
      stepSeconds = Map.copyOf(stepSeconds);
    }
  }

  /** Gives the lake of a path. */
  public interface Lakes {
    Lake at(String path);
  }

  /** Runs so many times. */
  public Result run(Panel panel, int times, Lakes lakes) {
    List<Double> seconds = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    Map<String, Double> steps = new TreeMap<>();
    try (BenchFolder data = BenchFolder.temporary()) {
      long rows =
          SimulationWriter.write(
                  new Simulation(
                      Simulation.SAMPLE_SEED,
                      panel.years(),
                      panel.cities(),
                      reference,
                      data.path(),
                      false,
                      Optional.empty()))
              .rows();
      for (int i = 0; i < times; i++) {
        try (BenchFolder lake = BenchFolder.temporary()) {
          ColdRun run = ColdRun.of(command(panel, data.path(), lake.path()));
          seconds.add(run.seconds());
          processor.add(run.processorSeconds());
          steps = steps(lakes.at(lake.path().toString()));
        }
      }
      return new Result(rows, seconds, processor, steps);
    }
  }

  private static Map<String, Double> steps(Lake lake) {
    Map<String, Double> out = new TreeMap<>();
    lake.few(RunLog.STEP)
        .ifPresent(
            steps -> steps.rows().forEach(s -> out.put(s.getAs("step"), s.getAs("seconds"))));
    return out;
  }

  private List<String> command(Panel panel, Path data, Path lake) {
    List<String> out = new ArrayList<>(List.of("nightly", "--quiet"));
    List<String> sources = new ArrayList<>();
    for (String id : settings.nightlySources()) {
      SourceSpec source = settings.sources().get(id);
      int at = source.path().indexOf(SAMPLES);
      String place = at < 0 ? "" : source.path().substring(at + SAMPLES.length());
      if (at >= 0 && Files.isDirectory(data.resolve(place).getParent())) {
        sources.add(id);
        set(out, "sources." + id + ".path", "\"" + data.resolve(place) + "\"");
      }
    }
    if (sources.isEmpty()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "bench: no source of nightly.sources lies in " + samples);
    }
    set(out, "lake.path", lake.toString());
    set(out, "nightly.sources", sources.toString());
    set(out, "nightly.remote", "[]");
    set(out, "nightly.scenarios", "[" + panel.scenario() + "]");
    Path units = data.resolve("units.csv");
    set(out, "reference.unit-files", Files.exists(units) ? "[\"" + units + "\"]" : "[]");
    return out;
  }

  private static void set(List<String> command, String key, String value) {
    command.addAll(List.of("--set", key + "=" + value));
  }
}
