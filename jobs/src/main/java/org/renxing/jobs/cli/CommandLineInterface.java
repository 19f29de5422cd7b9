package org.renxing.jobs.cli;

import org.renxing.jobs.cli.method.MethodCommand;
import org.renxing.jvm.Interruption;
import org.renxing.jvm.JvmSettings;
import org.renxing.jvm.StandardStreams;
import org.renxing.lake.DeltaErrors;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole: its commands, and what becomes of errors. */
@Command(
    name = "renxing",
    mixinStandardHelpOptions = true,
    version = "renxing 0.1.0",
    description = "City statistics to published tables of urban resilience.",
    subcommands = {
      NightlyCommand.class,
      SqlCommand.class,
      ExportCommand.class,
      PublishCommand.class,
      ReportCommand.class,
      DiffCommand.class,
      ConfigCommand.class,
      RunsCommand.class,
      ReleaseCommand.class,
      MaintainCommand.class,
      ForgetCommand.class,
      RepairCommand.class,
      ProfileCommand.class,
      InitCommand.class,
      TraceCommand.class,
      SimulateCommand.class,
      BenchCommand.class,
      MethodCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 a data check failed, 2 configuration or usage, 3 locked (retry"
          + " later),",
      "4 storage or cluster (retry), 5 a defect of the product, 128 + signal: ended by it (retry)."
    })
public final class CommandLineInterface implements Runnable {
  @Spec private CommandSpec spec;

  private CommandLineInterface() {}

  /** Runs a command line and returns its exit code; the last line on stderr says how it ended. */
  public static int run(String[] args) {
    try {
      JvmSettings.pin();
      JvmSettings.checkArguments(args);
    } catch (RenxingException e) {
      return last(e);
    }
    CommandLine line = new CommandLine(new CommandLineInterface());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((error, command, parsed) -> ended(error));
    line.setParameterExceptionHandler(CommandLineInterface::misused);
    return line.execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }

  private static int misused(ParameterException error, String[] args) {
    CommandLine command = error.getCommandLine();
    System.err.println(error.getMessage());
    command.usage(System.err);
    return last(new RenxingException(ErrorCode.USAGE, error.getMessage()));
  }

  /** Says how a command failed, in the last line, and returns its exit code. */
  public static int ended(Exception error) {
    RenxingException known = known(error);
    if (known.code() == ErrorCode.INTERNAL) {
      System.err.println("This is a defect of the product; please report it with what follows.");
      for (StackTraceElement frame : known.getStackTrace()) {
        System.err.println("  at " + frame);
      }
      for (Throwable t = known.getCause(); t != null; t = t.getCause()) {
        System.err.println("caused by " + t);
        for (StackTraceElement frame : t.getStackTrace()) {
          System.err.println("  at " + frame);
        }
      }
    }
    return last(known);
  }

  /** What a command fails with after a signal, it fails with because of the signal. */
  static RenxingException known(Exception error) {
    RenxingException known =
        error instanceof RenxingException e ? e : DeltaErrors.translate("renxing", error);
    return known.code() == ErrorCode.INTERRUPTED
        ? known
        : Interruption.ofProcess()
            .signal()
            .map(signal -> signal.error("ended by " + signal))
            .orElse(known);
  }

  private static int last(RenxingException error) {
    StandardStreams.lastLine(
        "renxing: exit " + error.exitCode() + " (" + error.code() + "): " + error.getMessage());
    return error.exitCode();
  }
}
