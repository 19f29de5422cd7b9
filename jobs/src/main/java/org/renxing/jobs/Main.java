package org.renxing.jobs;

import org.renxing.jobs.cli.CommandLineInterface;
import org.renxing.jvm.Interruption;
import org.renxing.jvm.JvmSettings;

/** Where the process begins and ends. */
public final class Main {
  private Main() {}

  /** Runs one command; its exit code is the process's. */
  public static void main(String[] args) {
    JvmSettings.pinStreams(); // before anything holds on to a stream
    Interruption.install();
    int exitCode = Interruption.ofProcess().conclude(CommandLineInterface.run(args));
    System.out.flush();
    System.err.flush();
    // checkstyle off: the one place that ends the process
    System.exit(exitCode);
    // checkstyle on
  }
}
