package org.renxing.jobs.cli.method;

import java.util.IntSummaryStatistics;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.YearRange;
import picocli.CommandLine.Option;

/** Which years of the input count. */
@InHelp(HelpGroup.TABLE)
final class YearsOption {
  @Option(
      names = "--years",
      paramLabel = "A..B",
      description =
          "Only rows of these years, such as 2012..2021, 2010..2020 by 10 or 2020; other rows are"
              + " as if they were not there. Needs a column of years.")
  private Optional<String> years;

  /**
   * The rows of these years; all where none are named.
   *
   * @throws RenxingException USAGE without a column of years; DATA_CHECK for a row that has none,
   *     and where no row is left
   */
  InputTable of(InputTable cells, Optional<String> column) {
    if (years.isEmpty()) {
      return cells;
    }
    YearRange range = range(years.get());
    String year =
        column.orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.USAGE, "--years: needs --year, the column that holds the year"));
    int[] found = IntStream.range(0, cells.size()).map(row -> year(cells, row, year)).toArray();
    InputTable out = cells.only(row -> range.contains(found[row]));
    if (out.size() == 0) {
      IntSummaryStatistics all = IntStream.of(found).summaryStatistics();
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          String.format(
              Locale.ROOT,
              "%s: no row has a year of --years %s; the file has years from %d to %d",
              cells.name(),
              range,
              all.getMin(),
              all.getMax()));
    }
    return out;
  }

  private static YearRange range(String text) {
    try {
      return YearRange.parse(text);
    } catch (RenxingException e) {
      throw new RenxingException(ErrorCode.USAGE, "--" + e.getMessage(), e);
    }
  }

  private static int year(InputTable cells, int row, String column) {
    OptionalInt year = cells.year(row, column);
    return year.orElseThrow(
        () ->
            cells.broken(
                row,
                "",
                ", column "
                    + column
                    + ": '"
                    + cells.text(row, column)
                    + "' is no year, by which --years could tell its rows"));
  }
}
