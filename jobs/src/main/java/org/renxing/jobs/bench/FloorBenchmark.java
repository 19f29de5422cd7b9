package org.renxing.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Times nightly into an empty lake against the floor of the same number of Delta commits, each in a
 * cold JVM of its own with the flags of this one, in turn.
 */
public final class FloorBenchmark {
  private final List<String> nightlyOptions;
  private final long rows;

  /**
   * A benchmark.
   *
   * @param nightlyOptions options for nightly, such as --env
   * @param rows rows that the floor caches and aggregates
   */
  public FloorBenchmark(List<String> nightlyOptions, long rows) {
    this.nightlyOptions = List.copyOf(nightlyOptions);
    this.rows = rows;
  }

  /**
   * Figures of the runs, in seconds of wall time from the start of the process to its end.
   *
   * @param ratio median of nightly over median of the floor
   */
  public record Result(
      int commits, List<Double> nightlySeconds, List<Double> floorSeconds, double ratio) {
    public Result {
      nightlySeconds = List.copyOf(nightlySeconds);
      floorSeconds = List.copyOf(floorSeconds);
    }
  }

  /** Runs each so many times. */
  public Result run(int times) {
    List<Double> nightly = new ArrayList<>();
    List<Double> floor = new ArrayList<>();
    int commits = 0;
    for (int i = 0; i < times; i++) {
      try (BenchFolder lake = BenchFolder.temporary()) {
        List<String> command = new ArrayList<>(List.of("nightly", "--quiet"));
        command.addAll(nightlyOptions);
        command.addAll(List.of("--set", "lake.path=" + lake.path()));
        nightly.add(ColdRun.of(command).seconds());
        commits = commits(lake.path());
      }
      try (BenchFolder place = BenchFolder.temporary()) {
        floor.add(
            ColdRun.of(
                    List.of(
                        "bench",
                        "commits",
                        "--folder",
                        place.path().toString(),
                        "--commits",
                        Integer.toString(commits),
                        "--rows",
                        Long.toString(rows)))
                .seconds());
      }
    }
    return new Result(commits, nightly, floor, ColdRun.median(nightly) / ColdRun.median(floor));
  }

  private static int commits(Path lake) {
    try (Stream<Path> files = Files.walk(lake)) {
      return (int) files.filter(f -> f.toString().matches(".*_delta_log.\\d{20}\\.json")).count();
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, lake + ": " + e.getMessage(), e);
    }
  }
}
