package org.renxing.jobs.cli.method;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is read for indices of inequality: values and the groups to which they belong. */
@InHelp(HelpGroup.TABLE)
final class GroupedOptions {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The same as --input FILE.csv.")
  private Optional<Path> file;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description =
          "CSV, workbook (.xlsx) or JSON lines with a head, one row a value. Rows whose value is "
              + "empty, NA, NaN, … or — do not count.")
  private Optional<Path> input;

  @Option(
      names = "--value",
      hideParamSyntax = true,
      paramLabel = "A,B,…",
      description =
          "Columns of values, 0 or more, each a measure of its own. Unless given: value, else y, "
              + "else every column of numbers that has no other part.")
  private List<String> values = List.of();

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description =
          "Column of groups. Unless given: group, else group_value, else region, else one group.")
  private Optional<String> group;

  @Option(
      names = {"--year", "--period"},
      paramLabel = "COLUMN",
      description = "Column of the year, one answer each. Unless given: year, if there is one.")
  private Optional<String> year;

  @Option(
      names = "--measure",
      paramLabel = "COLUMN",
      description =
          "Column that says what the values measure, one answer each. Unless given: measure, else "
              + "case.")
  private Optional<String> measure;

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description = "Column that names the unit; it is no value.")
  private Optional<String> id;

  @Mixin private YearsOption years;
  @Mixin private ReadingOptions reading;

  /** Reads the file and settles what each column is. */
  GroupedValues read() {
    Path path = path();
    InputTable head = reading.read(path, wanted());
    values = head.named("--value", values);
    Optional<String> period = chosen(head, "--year", year, "year");
    return new GroupedValues(
        years.of(head, period),
        values,
        chosen(head, "--group", group, "group", "group_value", "region"),
        period,
        chosen(head, "--measure", measure, "measure", "case"),
        chosen(head, "--id", id));
  }

  /** A column that is named, by which the head of a sheet is found. */
  private Optional<String> wanted() {
    return Stream.of(group, year, measure, id).flatMap(Optional::stream).findFirst();
  }

  /** The one file. */
  Path path() {
    if (file.isPresent() == input.isPresent()) {
      throw new RenxingException(
          ErrorCode.USAGE, "name one file, as FILE.csv or as --input FILE.csv");
    }
    return file.or(() -> input).orElseThrow();
  }

  /** The column named, else the first of the usual ones that the head has and no value is. */
  private Optional<String> chosen(
      InputTable head, String option, Optional<String> named, String... usual) {
    if (named.isPresent()) {
      return Optional.of(head.column(option, named.get()));
    }
    for (String column : usual) {
      if (head.columns().contains(column) && !isTaken(column)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  private boolean isTaken(String column) {
    Optional<String> taken = Optional.of(column);
    return values.contains(column)
        || taken.equals(group)
        || taken.equals(year)
        || taken.equals(measure)
        || taken.equals(id);
  }
}
