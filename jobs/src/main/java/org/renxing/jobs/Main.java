package org.renxing.jobs;

import java.nio.file.Path;
import java.util.Optional;
import org.renxing.jobs.cli.CommandLineInterface;
import org.renxing.jvm.Interruption;
import org.renxing.jvm.JvmSettings;
import org.renxing.model.RenxingException;

/** Where the process begins and ends. */
public final class Main {
  private static final String LOG = "RENXING_LOG";

  private Main() {}

  /** Runs one command; its exit code is the process's. */
  public static void main(String[] args) {
    JvmSettings.pinStreams(); // before anything holds on to a stream
    Interruption.install();
    int exitCode = Interruption.ofProcess().conclude(run(args));
    System.out.flush();
    System.err.flush();
    // checkstyle off: the one place that ends the process
    System.exit(exitCode);
    // checkstyle on
  }

  private static int run(String[] args) {
    Optional<String> log = Optional.ofNullable(System.getenv(LOG)).filter(file -> !file.isBlank());
    try {
      log.map(Path::of).ifPresent(JvmSettings::log);
    } catch (RenxingException e) {
      return CommandLineInterface.ended(e);
    }
    return CommandLineInterface.run(args);
  }
}
