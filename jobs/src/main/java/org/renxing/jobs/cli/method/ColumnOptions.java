package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.renxing.model.Direction;
import org.renxing.model.ErrorCode;
import org.renxing.model.Excerpt;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Option;

/** Which columns are indicators. */
@InHelp(HelpGroup.INDICATORS)
final class ColumnOptions {
  @Option(
      names = "--columns",
      hideParamSyntax = true,
      paramLabel = "A,B,…",
      description =
          "Columns that are indicators; by default every column of numbers besides id and "
              + "year.")
  private List<String> columns = List.of();

  @Option(
      names = "--negative",
      hideParamSyntax = true,
      paramLabel = "C,D,…",
      description = "Those of them of which less is better.")
  private List<String> negative = List.of();

  /** Names that are hardly those of indicators. */
  private static final Pattern YEAR = Pattern.compile("(?i)years?|年|年份|年度");

  /** Whether any of them is given. */
  boolean isGiven() {
    return !columns.isEmpty() || !negative.isEmpty();
  }

  /** The columns that are named; empty for all. */
  List<String> given() {
    return List.copyOf(columns);
  }

  /** Finds the columns that the options name. */
  void check(UnitTable file) {
    columns = file.cells().named("--columns", columns);
    negative = file.cells().named("--negative", negative);
    List<String> strangers = new ArrayList<>(negative);
    strangers.removeAll(columns);
    if (!columns.isEmpty() && !strangers.isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "--negative " + String.join(",", strangers) + ": not among --columns " + columns);
    }
  }

  /** One level: the columns as indicators right below the whole. */
  IndexSystem indexSystem(UnitTable table) {
    List<String> codes = columns.isEmpty() ? numeric(table) : columns;
    table.requireNumbers(codes);
    List<IndexNode> leaves = codes.stream().map(this::leaf).toList();
    return new IndexSystem(
        "columns",
        table.name(),
        "",
        new IndexNode(IndexSystem.OVERALL, "综合", "overall", 1, Optional.empty(), leaves));
  }

  private List<String> numeric(UnitTable table) {
    List<String> codes = table.numericColumns();
    List<String> others = new ArrayList<>(table.columns());
    others.removeAll(codes);
    if (codes.isEmpty()) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK, table.name() + ": holds no column of numbers besides id and year");
    }
    if (others.stream().anyMatch(negative::contains)) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          table.name() + ": --negative names a column without numbers: " + others);
    }
    if (!others.isEmpty()) {
      System.err.println("Left out, as they hold no numbers: " + Excerpt.list(others));
    }
    codes.stream()
        .filter(code -> YEAR.matcher(code).matches())
        .forEach(
            code ->
                System.err.printf(
                    "Taken for an indicator: %s; if it is the year, say --year %s%n", code, code));
    return codes;
  }

  private IndexNode leaf(String code) {
    Direction direction = negative.contains(code) ? Direction.NEGATIVE : Direction.POSITIVE;
    Indicator indicator = new Indicator(code, code, code, "", direction, code);
    return new IndexNode(code, code, code, 1, Optional.of(indicator), List.of());
  }
}
