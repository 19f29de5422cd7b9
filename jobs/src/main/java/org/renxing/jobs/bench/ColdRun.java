package org.renxing.jobs.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * A command of the product in a cold JVM of its own, with the flags of this one.
 *
 * @param seconds wall time from the start of the process to its end
 * @param processorSeconds of all its threads, to about a fifth of a second; 0 where the system does
 *     not tell
 */
public record ColdRun(double seconds, double processorSeconds) {
  private static final String MAIN = "org.renxing.jobs.Main";
  private static final long LIMIT_MINUTES = 60;
  private static final long LOOK_MILLIS = 100;

  /**
   * Runs a command.
   *
   * @throws RenxingException INTERNAL where it ends with another code than 0, or takes over an hour
   */
  static ColdRun of(List<String> arguments) {
    long start = System.nanoTime();
    try {
      Process process =
          new ProcessBuilder(command(arguments))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      double processor = 0;
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        processor = Math.max(processor, processorSeconds(process));
        if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(LIMIT_MINUTES)) {
          process.destroyForcibly();
          throw new RenxingException(
              ErrorCode.INTERNAL, "bench: took over an hour: " + String.join(" ", arguments));
        }
      }
      if (process.exitValue() != 0) {
        throw new RenxingException(
            ErrorCode.INTERNAL,
            "bench: exit " + process.exitValue() + " of " + String.join(" ", arguments));
      }
      return new ColdRun((System.nanoTime() - start) / 1e9, processor);
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, "bench: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RenxingException(ErrorCode.INTERNAL, "bench: interrupted", e);
    }
  }

  private static double processorSeconds(Process process) {
    return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3;
  }

  private static List<String> command(List<String> arguments) {
    List<String> out = new ArrayList<>();
    out.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> !flag.startsWith("-XX:ArchiveClassesAtExit"))
        .forEach(out::add);
    out.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    out.addAll(arguments);
    return out;
  }

  /** The middle value; the mean of the two middle ones for an even number. */
  public static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
