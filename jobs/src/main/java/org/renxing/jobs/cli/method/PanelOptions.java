package org.renxing.jobs.cli.method;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is read: a file of units and, where there are any, years. */
@InHelp(HelpGroup.TABLE)
final class PanelOptions {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description =
          "CSV, workbook (.xlsx) or JSON lines with a head, one row a unit (and year). Empty cells,"
              + " NA, NaN, … and — are missing.")
  private Path input;

  @Option(
      names = "--id",
      required = true,
      paramLabel = "COLUMN",
      description = "Column that names the unit.")
  private String id;

  @Option(
      names = {"--year", "--period"},
      paramLabel = "COLUMN",
      description = "Column of the year, where a unit has several rows.")
  private Optional<String> year;

  @Mixin private YearsOption years;
  @Mixin private ReadingOptions reading;

  /** Reads the input and finds its keys. */
  UnitTable read() {
    return UnitTable.of(reading.read(input, Optional.of(id)), id, year, years);
  }

  /** Reads the input and checks its keys. */
  UnitTable open() {
    return read().check();
  }

  /** Whether there is a year. */
  boolean hasYear() {
    return year.isPresent();
  }

  /** Where the input is. */
  Path input() {
    return input;
  }

  /** How files are written. */
  ReadingOptions reading() {
    return reading;
  }
}
