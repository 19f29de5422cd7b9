package org.renxing.jobs.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Starts {@code bin/renxing} as an operator would; every process has a time limit. */
final class Launcher {
  /** The folder that holds {@code bin}, found from the working directory upwards. */
  static final Path PROJECT = project();

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private final Path program;
  private final Map<String, String> variables = new TreeMap<>();
  private final Set<String> unset = new TreeSet<>();

  Launcher(Path program) {
    this.program = program;
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("SPARK_LOCAL_IP", "127.0.0.1");
  }

  /** The launcher with a home folder of its own. */
  static Launcher at(Path home) {
    return new Launcher(PROJECT.resolve("bin/renxing")).with("RENXING_HOME", home.toString());
  }

  /** Sets a variable of the environment. */
  Launcher with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** Takes a variable out of the environment that the tests have. */
  Launcher without(String variable) {
    unset.add(variable);
    return this;
  }

  /**
   * How a process ended.
   *
   * @param exitCode 137 for a process that was killed
   */
  record Ended(int exitCode, String out, String err) {
    /** The last line on standard error. */
    String lastLine() {
      List<String> lines = err.lines().toList();
      return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
  }

  /** Runs to the end. */
  Ended run(String... arguments) {
    try (Running running = start(arguments)) {
      return running.end();
    }
  }

  /**
   * Starts, and leaves the process running. Of the runs that the tests start side by side the first
   * goes alone: it makes the archive of classes from which the others start, which each of them
   * would make for itself.
   */
  Running start(String... arguments) {
    if (arguments.length > 0 && arguments[0].equals("nightly")) {
      MiniHome.released();
    }
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("RENXING_") || name.startsWith("SPARK_"));
    builder.environment().keySet().removeAll(unset);
    builder.environment().putAll(variables);
    try {
      return new Running(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process under way; closing it kills it, if it has not ended. */
  static final class Running implements AutoCloseable {
    private final Process process;
    private final Lines out;
    private final Lines err;

    private Running(Process process) {
      this.process = process;
      this.out = new Lines(process.inputReader(StandardCharsets.UTF_8));
      this.err = new Lines(process.errorReader(StandardCharsets.UTF_8));
    }

    /** Waits for a line on standard error. */
    void awaitError(Predicate<String> wanted) {
      long until = System.nanoTime() + LIMIT.toNanos();
      while (err.lines.stream().noneMatch(wanted)) {
        if (!process.isAlive() || System.nanoTime() > until) {
          throw new AssertionError("the line did not come: " + end());
        }
        pause(2);
      }
    }

    /** Takes the process down as kill -9 does. */
    void kill() {
      process.destroyForcibly();
    }

    /** Sends a signal, such as TERM. */
    void signal(String name) {
      try {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /** Processes that it started, and those that they did. */
    Stream<ProcessHandle> descendants() {
      return process.descendants();
    }

    boolean isAlive() {
      return process.isAlive();
    }

    /** Waits for the end; past the time limit the process is killed and the test fails. */
    Ended end() {
      try {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
          kill();
          throw new AssertionError("no end after " + LIMIT + ": " + err.text());
        }
        out.reader.join();
        err.reader.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      return new Ended(process.exitValue(), out.text(), err.text());
    }

    @Override
    public void close() {
      kill();
    }
  }

  /** Lines of a stream, as they come. */
  private static final class Lines {
    final List<String> lines = new CopyOnWriteArrayList<>();
    final Thread reader;

    Lines(BufferedReader stream) {
      reader = new Thread(() -> stream.lines().forEach(lines::add), "output of a process");
      reader.setDaemon(true);
      reader.start();
    }

    String text() {
      return String.join("\n", lines);
    }
  }

  /** Waits a little. */
  static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path project() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isExecutable(folder.resolve("bin/renxing"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no bin/renxing above " + Path.of("").toAbsolutePath());
      }
    }
    return folder;
  }
}
