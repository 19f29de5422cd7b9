package org.renxing.jobs.cli.method;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is read for series: rows by period, and by unit where units are named. */
@InHelp(HelpGroup.TABLE)
final class SeriesOptions {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description =
          "CSV, workbook (.xlsx) or JSON lines with a head, one row a period (of a unit). Empty"
              + " cells, NA, NaN, … and — are missing.")
  private Path input;

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description = "Column that names the unit; all rows are one series unless given.")
  private Optional<String> id;

  @Option(
      names = {"--period", "--year"},
      required = true,
      paramLabel = "COLUMN",
      description = "Column of the year, or of whole numbers from 1 to 9999.")
  private String period;

  @Mixin private YearsOption years;
  @Mixin private ReadingOptions reading;

  /** The file. */
  Path path() {
    return input;
  }

  /**
   * Reads the file.
   *
   * @param option that names the column of parts, of which each period has one row
   * @param part that column, if there is one
   */
  SeriesTable open(String option, Optional<String> part) {
    InputTable all = reading.read(input, Optional.of(id.orElse(period)));
    String column = all.column("--period", period);
    return SeriesTable.of(
        years.of(all, Optional.of(column)),
        id.map(name -> all.column("--id", name)),
        column,
        part.map(name -> all.column(option, name)));
  }
}
