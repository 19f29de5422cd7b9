package org.renxing.jobs.cli.method;

import java.util.Optional;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is read, and where the answer goes. */
@InHelp(HelpGroup.TABLE)
final class TableOptions {
  @Mixin private PanelOptions panel;

  @Option(
      names = "--output",
      paramLabel = "OUT.csv",
      description =
          "CSV with doubles in full precision; - for standard output. By default a table "
              + "for people on standard output, numbers to 6 digits.")
  private Optional<String> output;

  @Option(
      names = "--json",
      description =
          "As JSON, an array of objects with all digits, in place of a table or CSV. Where cells"
              + " may be missing, each says in missing and imputed what its row lacked.")
  private boolean isJson;

  /** Reads the input and finds its keys. */
  UnitTable open() {
    Answer.requireWritable(output, panel.input());
    return panel.read();
  }

  /** Writes an answer where it goes. */
  void write(Answer answer) {
    if (isJson) {
      JsonAnswer.write(answer, output);
    } else {
      answer.write(output);
    }
  }

  /** How files are written. */
  ReadingOptions reading() {
    return panel.reading();
  }

  /** Where the answer goes. */
  Optional<String> output() {
    return output;
  }

  /** Whether standard output is for programs: nothing else may be printed there. */
  boolean isDataOnStandardOutput() {
    return isJson || output.filter(path -> path.equals("-")).isPresent();
  }

  /** Refuses a yearly scope where there is no year. */
  void requireYear(String option, Span span) {
    if (span == Span.YEARLY && !hasYear()) {
      throw new RenxingException(
          ErrorCode.USAGE, option + " yearly: needs --year, the column that holds the year");
    }
  }

  /** Whether there is a year. */
  boolean hasYear() {
    return panel.hasYear();
  }
}
