package org.renxing.jobs.cli.method;

import java.util.List;
import picocli.CommandLine.Option;

/** Which columns of the input the answer keeps. */
@InHelp(HelpGroup.TABLE)
final class CarryOption {
  @Option(
      names = "--carry",
      hideParamSyntax = true,
      paramLabel = "A,B,…",
      description =
          "Columns of the input that the answer keeps beside the key, as the file writes them. They"
              + " are taken for indicators only where --columns names them.")
  private List<String> columns = List.of();

  /** The table, which knows what it carries. */
  UnitTable of(UnitTable table) {
    return table.carrying(table.cells().named("--carry", columns));
  }

  /** Whether a column is named. */
  boolean isGiven() {
    return !columns.isEmpty();
  }
}
