package org.renxing.jobs.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.renxing.model.Excerpt;

/**
 * A program of the operator's that is called when a run has ended. It is given the summary as JSON
 * on its standard input, and the facts that most ask for as variables of its environment. What it
 * writes appears on standard error.
 */
final class Hook {
  private final List<String> command;
  private final int timeoutSeconds;

  Hook(List<String> command, int timeoutSeconds) {
    this.command = command;
    this.timeoutSeconds = timeoutSeconds;
  }

  /** Calls the program; what went wrong with it. */
  Optional<String> call(RunReport report) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(variables(report));
    try {
      Process process = builder.start();
      Thread talk = new Thread(() -> repeat(process), "output of the hook");
      talk.setDaemon(true);
      talk.start();
      Thread give = new Thread(() -> give(process, report.json()), "input of the hook");
      give.setDaemon(true);
      give.start();
      return result(process, talk);
    } catch (IOException e) {
      return Optional.of(name() + ": cannot be called: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(name() + ": the run was ended before it");
    }
  }

  private Optional<String> result(Process process, Thread talk) throws InterruptedException {
    if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return Optional.of(name() + ": had not ended after " + timeoutSeconds + " s and was killed");
    }
    talk.join(TimeUnit.SECONDS.toMillis(1)); // a child of it may hold the stream open
    return process.exitValue() == 0
        ? Optional.empty()
        : Optional.of(name() + ": ended with exit code " + process.exitValue());
  }

  private static Map<String, String> variables(RunReport report) {
    return Map.of(
        "RENXING_RUN", report.runId(),
        "RENXING_ENV", report.env(),
        "RENXING_OUTCOME", report.outcome(),
        "RENXING_EXIT_CODE", Integer.toString(report.exitCode()),
        "RENXING_RELEASE", report.release(),
        "RENXING_WARNINGS", Integer.toString(report.warnings()));
  }

  private static void give(Process process, String json) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return; // a program need not read what it is given
    }
  }

  private static void repeat(Process process) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.err.println("renxing: hook: " + Excerpt.message(line));
      }
    } catch (IOException e) {
      return; // it was killed
    }
  }

  private String name() {
    return "nightly.on-end.command " + command.get(0);
  }
}
