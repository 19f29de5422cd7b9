package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.coupling.Bands;
import org.renxing.coupling.CouplingCoordination;
import org.renxing.coupling.Degrees;
import org.renxing.coupling.ScoreScale;
import org.renxing.model.Coupling;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.panel.PackedPanel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Coupling coordination of the scores in a file. */
@Command(
    name = "coupling",
    mixinStandardHelpOptions = true,
    header = "Coupling coordination of columns of scores.",
    description =
        "Coupling degree C, comprehensive degree T and coordination degree D of two or "
            + "more columns of scores, with their bands.",
    footer = {
      "",
      "Example:",
      "  bin/renxing method coupling --input scores.csv --id city --year year --systems"
          + " digital,resilience"
    })
@InHelp(HelpGroup.RELATE)
final class CouplingCommand implements Callable<Integer> {
  private static final List<String> ADDED =
      List.of(
          "c", "t", "d", "coupling_level", "coordination_level", "coordination_stage", "reason");

  private static final int NAMED = 10;

  @Mixin private TableOptions table;
  @Mixin private ImputeOption impute;
  @Mixin private CarryOption carry;

  @Option(
      names = "--systems",
      required = true,
      hideParamSyntax = true,
      paramLabel = "A,B,…",
      description = "Two or more columns of scores.")
  private List<String> systems;

  @Option(
      names = "--weights",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "W,…",
      description = "Weight of each system in T, summing to 1; alike by default.")
  private List<Double> weights = List.of();

  @Option(
      names = "--variant",
      paramLabel = "FORM",
      defaultValue = "standard",
      description = "Formula of C: standard (default) or revised (Wang Shujia et al. 2021).")
  private Coupling.Variant variant;

  @Option(
      names = "--scale",
      paramLabel = "X",
      defaultValue = "1",
      description = "Upper end of the scores (1); they are divided by it.")
  private double scale;

  @Override
  public Integer call() {
    impute.check(table);
    UnitTable file = carry.of(table.open());
    systems = file.cells().named("--systems", systems);
    Coupling coupling = coupling();
    table.write(coupled(file, coupling));
    return 0;
  }

  private Coupling coupling() {
    if (!(scale > 0) || Double.isInfinite(scale)) {
      throw new RenxingException(ErrorCode.USAGE, "--scale " + scale + ": a number above 0");
    }
    List<Double> shares =
        weights.isEmpty() ? Collections.nCopies(systems.size(), 1.0 / systems.size()) : weights;
    return new Coupling("columns", "columns", systems, shares, variant);
  }

  private Answer coupled(UnitTable file, Coupling coupling) {
    UnitTable cells = file.check();
    cells.requireNumbers(systems);
    Gaps gaps = new Gaps(cells, systems);
    PackedPanel panel =
        impute.of(cells.panel(systems, systems.stream().map(cells::numbers).toList()), gaps);
    gaps.note("their rows have no coupling" + (impute.isGiven() ? " unless imputed" : ""));
    CouplingCoordination formula = new CouplingCoordination(coupling, scale);
    List<Row> rows = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    long undefined = 0;
    long outside = 0;
    for (int row = 0; row < cells.size(); row++) {
      double[] scores = panel.row(row);
      Degrees degrees = formula.of(scores);
      undefined += Double.isNaN(degrees.c()) ? 1 : 0;
      if (degrees.reason().equals(Degrees.OUT_OF_RANGE) && outside++ < NAMED) {
        problems.addAll(outside(cells, row, scores));
      }
      rows.add(row(cells.head(row), scores, degrees));
    }
    if (!problems.isEmpty()) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          String.join("\n", problems) + "; give scores from 0 up, and their upper end as --scale");
    }
    if (undefined > 0) {
      System.err.printf(
          "%,d of %,d rows have no C; column reason says why%n", undefined, rows.size());
    }
    List<String> names = cells.head();
    names.addAll(systems);
    names.addAll(ADDED);
    return new Answer(names, rows, IntStream.range(0, cells.size()).mapToObj(gaps::ofRow).toList());
  }

  private static Row row(List<Object> cells, double[] scores, Degrees degrees) {
    for (double score : scores) {
      cells.add(Answer.number(score));
    }
    cells.add(Answer.number(degrees.c()));
    cells.add(Answer.number(degrees.t()));
    cells.add(Answer.number(degrees.d()));
    cells.add(band(degrees.c(), Bands.COUPLING));
    cells.add(band(degrees.d(), Bands.COORDINATION));
    cells.add(band(degrees.d(), Bands.STAGES));
    cells.add(Answer.text(degrees.reason()));
    return RowFactory.create(cells.toArray());
  }

  private static Object band(double degree, List<Bands.Band> bands) {
    return Bands.of(degree, bands).map(Bands.Band::nameEn).orElse(null);
  }

  /** Names the cells of a row whose scores lie outside their scale. */
  private List<String> outside(UnitTable table, int row, double[] scores) {
    ScoreScale ends = new ScoreScale(scale);
    List<String> out = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      if (ends.isOutside(scores[i])) {
        String cell =
            String.format(
                Locale.ROOT,
                "%s row %d (%s), column %s",
                table.name(),
                table.cells().number(row),
                table.who(row),
                systems.get(i));
        out.add(ends.problem(cell, scores[i]));
      }
    }
    return out;
  }
}
