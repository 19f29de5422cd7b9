package org.renxing.jobs.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Times nightly into an empty lake against the floor of the same number of Delta commits, each in a
 * cold JVM of its own with the flags of this one, in turn.
 */
public final class FloorBenchmark {
  private static final String MAIN = "org.renxing.jobs.Main";
  private static final long LIMIT_MINUTES = 10;

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
      Path lake = emptyFolder();
      List<String> command = new ArrayList<>(List.of("nightly", "--quiet"));
      command.addAll(nightlyOptions);
      command.addAll(List.of("--set", "lake.path=" + lake));
      nightly.add(seconds(command));
      commits = commits(lake);
      delete(lake);
      Path place = emptyFolder();
      floor.add(
          seconds(
              List.of(
                  "bench",
                  "commits",
                  "--folder",
                  place.toString(),
                  "--commits",
                  Integer.toString(commits),
                  "--rows",
                  Long.toString(rows))));
      delete(place);
    }
    return new Result(commits, nightly, floor, median(nightly) / median(floor));
  }

  /** The middle value; the mean of the two middle ones for an even number. */
  public static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double seconds(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> !flag.startsWith("-XX:ArchiveClassesAtExit"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(arguments);
    long start = System.nanoTime();
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new RenxingException(
            ErrorCode.INTERNAL, "bench: took over ten minutes: " + arguments);
      }
      if (process.exitValue() != 0) {
        throw new RenxingException(
            ErrorCode.INTERNAL, "bench: exit " + process.exitValue() + " of " + arguments);
      }
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, "bench: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RenxingException(ErrorCode.INTERNAL, "bench: interrupted", e);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static int commits(Path lake) {
    try (Stream<Path> files = Files.walk(lake)) {
      return (int) files.filter(f -> f.toString().matches(".*_delta_log.\\d{20}\\.json")).count();
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, lake + ": " + e.getMessage(), e);
    }
  }

  private static Path emptyFolder() {
    try {
      return Files.createTempDirectory("renxing-bench");
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, "no temporary folder: " + e.getMessage(), e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<File> deepestFirst = files.sorted(Comparator.reverseOrder()).map(Path::toFile).toList();
      for (File file : deepestFirst) {
        Files.deleteIfExists(file.toPath());
      }
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, folder + ": " + e.getMessage(), e);
    }
  }
}
