package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.structure.SectorBalance;
import org.renxing.structure.SectorShares;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The structure of the economies in a file. Starts no Spark session. */
@Command(
    name = "structure",
    mixinStandardHelpOptions = true,
    header = "Upgrading, rationalisation, diversity of sectors; location quotients.",
    description = {
      "Table structure: one row a unit (and year). Table quotients: one row a unit (and year) and",
      "sector, its share over that of the reference."
    },
    footer = {
      "",
      "Example:",
      "  bin/renxing method structure --input cities.csv --id city --year year"
          + " --sectors y1,y2,y3 --employment l1,l2,l3"
    })
@InHelp(HelpGroup.STRUCTURE)
final class StructureCommand implements Callable<Integer> {
  private static final String NEGATIVE = "NEGATIVE";
  private static final List<String> NAMES =
      List.of(
          "upgrading",
          "layer_index",
          "angle_index",
          "herfindahl",
          "herfindahl_normalised",
          "entropy",
          "theil_rationalisation",
          "structural_deviation",
          "weighted_deviation",
          "reason");

  @Mixin private PanelOptions panel;
  @Mixin private AnswerOptions answer;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--sectors",
      required = true,
      hideParamSyntax = true,
      paramLabel = "A,B,…",
      description = "Columns of output (or employment) by sector: primary, secondary, tertiary.")
  private List<String> sectors;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--employment",
      hideParamSyntax = true,
      paramLabel = "A,B,…",
      description = "Columns of employment of the same sectors, for rationalisation.")
  private List<String> employment = List.of();

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--total",
      paramLabel = "COLUMN",
      description =
          "Column of the whole, for location quotients; the sum of the sectors unless given.")
  private Optional<String> total;

  @InHelp(HelpGroup.METHOD)
  @Option(
      names = "--reference",
      paramLabel = "UNIT",
      description =
          "Unit that stands for the whole, such as the nation; all units together unless given.")
  private Optional<String> reference;

  @Override
  public Integer call() {
    answer.require(panel.input(), List.of("structure", "quotients"));
    UnitTable file = panel.read().check();
    List<String> output = file.cells().named("--sectors", sectors);
    List<String> workers = file.cells().named("--employment", employment);
    if (output.size() < 2 || (!workers.isEmpty() && workers.size() != output.size())) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "--sectors: two or more, and --employment: as many, of the same sectors in their order");
    }
    Optional<String> whole = total.map(column -> file.cells().column("--total", column));
    file.requireNumbers(
        Stream.of(output, workers, whole.stream().toList()).flatMap(List::stream).toList());
    double[][] amounts = output.stream().map(file::numbers).toArray(double[][]::new);
    double[][] people = workers.stream().map(file::numbers).toArray(double[][]::new);
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < file.size(); row++) {
      List<Object> cells = new ArrayList<>(file.head(row));
      cells.addAll(figures(at(amounts, row), at(people, row)));
      rows.add(RowFactory.create(cells.toArray()));
    }
    Map<String, Answer> out = new LinkedHashMap<>();
    out.put("structure", new Answer(names(file, NAMES), rows));
    out.put("quotients", quotients(file, output, amounts, whole.map(file::numbers)));
    answer.write(out, List.of());
    return 0;
  }

  private static double[] at(double[][] columns, int row) {
    return Arrays.stream(columns).mapToDouble(column -> column[row]).toArray();
  }

  private static List<String> names(UnitTable file, List<String> more) {
    return Stream.of(file.head(), more).flatMap(List::stream).toList();
  }

  private static List<Object> figures(double[] output, double[] people) {
    String reason = reason(output);
    List<Object> out = new ArrayList<>();
    if (reason.isEmpty()) {
      SectorShares shares = SectorShares.of(output);
      out.add(Answer.number(shares.upgrading()));
      out.add(shares.layerIndex());
      out.add(shares.angleIndex());
      out.add(shares.herfindahl());
      out.add(shares.normalisedHerfindahl());
      out.add(shares.entropy());
      if (people.length > 0 && Arrays.stream(people).allMatch(l -> l > 0)) {
        SectorBalance balance = SectorBalance.of(output, people);
        out.addAll(List.of(balance.theil(), balance.deviation(), balance.weightedDeviation()));
      } else if (people.length > 0) {
        boolean isMissing = Arrays.stream(people).anyMatch(Double::isNaN);
        reason = isMissing ? "EMPLOYMENT_MISSING" : "EMPLOYMENT_NOT_ABOVE_0";
      }
      if (reason.isEmpty() && Double.isNaN(shares.upgrading())) {
        reason = "UPGRADING_BY_0";
      }
    }
    while (out.size() < NAMES.size() - 1) {
      out.add(null);
    }
    out.add(Answer.text(reason));
    return out;
  }

  private static String reason(double[] output) {
    if (Arrays.stream(output).anyMatch(Double::isNaN)) {
      return "MISSING";
    }
    if (Arrays.stream(output).anyMatch(y -> y < 0)) {
      return NEGATIVE;
    }
    return Arrays.stream(output).sum() > 0 ? "" : "NO_OUTPUT";
  }

  private Answer quotients(
      UnitTable file, List<String> sectors, double[][] amounts, Optional<double[]> whole) {
    Map<Integer, List<Integer>> years = new LinkedHashMap<>();
    for (int row = 0; row < file.size(); row++) {
      years.computeIfAbsent(file.year(row), year -> new ArrayList<>()).add(row);
    }
    double[] totals =
        whole.orElseGet(
            () ->
                IntStream.range(0, file.size())
                    .mapToDouble(row -> Arrays.stream(at(amounts, row)).sum())
                    .toArray());
    for (int row = 0; row < file.size(); row++) {
      // a unit with a negative figure has no shares, and none in those of the reference
      if (reason(at(amounts, row)).equals(NEGATIVE)) {
        totals[row] = Double.NEGATIVE_INFINITY;
      }
    }
    List<Row> rows = new ArrayList<>();
    for (List<Integer> year : years.values()) {
      List<Integer> base =
          year.stream().filter(r -> reference.map(file.unit(r)::equals).orElse(true)).toList();
      requireReference(file, base, year.get(0));
      for (int row : year) {
        for (int s = 0; s < sectors.size(); s++) {
          rows.add(quotient(file, row, sectors.get(s), amounts[s], totals, base));
        }
      }
    }
    return new Answer(
        names(file, List.of("sector", "share", "reference_share", "location_quotient", "reason")),
        rows);
  }

  private void requireReference(UnitTable file, List<Integer> base, int row) {
    if (base.isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "--reference "
              + reference.orElseThrow()
              + ": no such unit"
              + (file.hasYear() ? " in " + file.year(row) : ""));
    }
  }

  /** Of the rows of the reference those count that have both figures. */
  private static Row quotient(
      UnitTable file, int row, String sector, double[] amount, double[] total, List<Integer> base) {
    double part = 0;
    double all = 0;
    for (int r : base) {
      if (!Double.isNaN(amount[r]) && total[r] >= 0) {
        part += amount[r];
        all += total[r];
      }
    }
    List<Object> cells = new ArrayList<>(file.head(row));
    cells.add(sector);
    boolean isKnown = total[row] > 0 && amount[row] >= 0;
    cells.add(isKnown ? (Object) (amount[row] / total[row]) : null);
    cells.add(all > 0 ? (Object) (part / all) : null);
    boolean isComparable = isKnown && all > 0 && part > 0;
    cells.add(
        isComparable
            ? (Object) SectorShares.locationQuotient(amount[row], total[row], part, all)
            : null);
    cells.add(isComparable ? null : why(amount[row], total[row]));
    return RowFactory.create(cells.toArray());
  }

  private static String why(double amount, double total) {
    if (Double.isNaN(amount) || Double.isNaN(total)) {
      return "MISSING";
    }
    if (total < 0) {
      return NEGATIVE;
    }
    return total > 0 ? "NOT_IN_REFERENCE" : "NO_OUTPUT";
  }
}
