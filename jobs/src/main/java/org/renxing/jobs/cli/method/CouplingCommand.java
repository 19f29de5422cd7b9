package org.renxing.jobs.cli.method;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.renxing.index.couple.CouplingCoordination;
import org.renxing.index.couple.ScoreScale;
import org.renxing.model.Coupling;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
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
            + "more columns of scores, with their bands.")
final class CouplingCommand implements Callable<Integer> {
  private static final List<String> ADDED =
      List.of(
          "c", "t", "d", "coupling_level", "coordination_level", "coordination_stage", "reason");

  private static final String OUTSIDE = "is_outside_";
  private static final int NAMED = 10;

  @Mixin private TableOptions table;

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
    UnitFile file = table.open();
    systems = file.named("--systems", systems);
    Coupling coupling = coupling();
    MethodSession.run(file, spark -> coupled(file, coupling, spark)).write(table.output());
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

  private Answer coupled(UnitFile file, Coupling coupling, SparkSession spark) {
    UnitTable cells = UnitTable.check(file, spark);
    cells.requireNumbers(systems);
    cells.noteMissing(systems, "their rows have no coupling");
    Dataset<Row> wide = cells.numbers(systems);
    List<String> scores = CouplingCoordination.scoreColumns(systems.size());
    List<Column> out = new ArrayList<>(List.of(col("unit_id")));
    if (file.keys().size() == 2) {
      out.add(col("year"));
    }
    for (int i = 0; i < scores.size(); i++) {
      Column given = file.cell(systems.get(i));
      wide = wide.withColumn(scores.get(i), given.divide(scale));
      out.add(given);
    }
    ADDED.forEach(c -> out.add(col(c)));
    out.add(col("row_no"));
    for (int i = 0; i < scores.size(); i++) {
      out.add(ScoreScale.isOutside(col(scores.get(i))).as(OUTSIDE + i));
    }
    List<Row> rows =
        new CouplingCoordination(coupling, scale)
            .degrees(wide).select(out.toArray(Column[]::new)).collectAsList().stream()
                .sorted(Comparator.comparing((Row r) -> r.<Long>getAs("row_no")))
                .toList();
    requireOnScale(file, rows);
    noteUndefined(rows);
    List<String> names = new ArrayList<>(file.keys());
    names.addAll(systems);
    names.addAll(ADDED);
    return new Answer(names, rows);
  }

  private static void noteUndefined(List<Row> rows) {
    long undefined = rows.stream().filter(r -> r.getAs("c") == null).count();
    if (undefined > 0) {
      System.err.printf(
          "%,d of %,d rows have no C; column reason says why%n", undefined, rows.size());
    }
  }

  /** Names the cells whose scores lie outside their scale. */
  private void requireOnScale(UnitFile file, List<Row> rows) {
    List<String> problems =
        rows.stream()
            .filter(row -> CouplingCoordination.OUT_OF_RANGE.equals(row.getAs("reason")))
            .limit(NAMED)
            .flatMap(row -> outside(file, row).stream())
            .toList();
    if (!problems.isEmpty()) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          String.join("\n", problems) + "; give scores from 0 up, and their upper end as --scale");
    }
  }

  private List<String> outside(UnitFile file, Row row) {
    ScoreScale ends = new ScoreScale(scale);
    int first = file.keys().size();
    String key = first == 2 ? row.get(0) + ", " + row.get(1) : String.valueOf(row.get(0));
    List<String> out = new ArrayList<>();
    for (int i = 0; i < systems.size(); i++) {
      if (Boolean.TRUE.equals(row.<Boolean>getAs(OUTSIDE + i))) {
        String cell =
            String.format(
                Locale.ROOT,
                "%s row %d (%s), column %s",
                file.name(),
                row.<Long>getAs("row_no"),
                key,
                systems.get(i));
        out.add(ends.problem(cell, row.get(first + i)));
      }
    }
    return out;
  }
}
