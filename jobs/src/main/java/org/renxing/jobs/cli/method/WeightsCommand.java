package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.Normalisation;
import org.renxing.model.WeightScheme;
import org.renxing.normalisation.Normalised;
import org.renxing.weights.Evidence;
import org.renxing.weights.Weight;
import org.renxing.weights.WeightingMethods;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Weights of the columns of a file. */
@Command(
    name = "weights",
    mixinStandardHelpOptions = true,
    header = "Weights of the columns of a CSV file.",
    description =
        "Weighs the columns of a CSV file: one row an indicator, with its weight (they "
            + "sum to 1) and what it rests on.")
final class WeightsCommand implements Callable<Integer> {
  private static final List<String> SHOWN =
      List.of("weight", "entropy", "variation", "conflict", "mean", "sd", "n", "reason");

  @Mixin private TableOptions table;
  @Mixin private ColumnOptions columns;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "entropy",
      completionCandidates = WeighOptions.MethodNames.class,
      description = "entropy (default), or one of ${COMPLETION-CANDIDATES}.")
  private String method;

  @Mixin private NormaliseOptions normalise;
  @Mixin private WeighOptions weigh;

  @Override
  public Integer call() {
    Normalisation normalisation = normalise.normalisation(table);
    WeightScheme scheme = weigh.scheme(method, WeightScheme.Within.OVERALL, table);
    UnitTable file = table.open();
    columns.check(file);
    weights(file, normalisation, scheme).write(table.output());
    return 0;
  }

  private Answer weights(UnitTable file, Normalisation normalisation, WeightScheme scheme) {
    UnitTable cells = file.check();
    IndexSystem system = columns.indexSystem(cells);
    Chain chain = new Chain(cells, system);
    List<String> codes = system.indicators().stream().map(Indicator::code).toList();
    cells.noteMissing(codes, "bounds and weights rest on the others");
    Normalised normalised = chain.normalised(normalisation, i -> cells.numbers(i.code()));
    List<String> names = new ArrayList<>(List.of("indicator_code"));
    if (weigh.isYearly()) {
      names.add("year");
    }
    names.addAll(SHOWN);
    if (!WeightingMethods.of(method).hasConflict()) {
      names.remove("conflict");
    }
    List<Row> rows =
        chain.weights(normalised, scheme).stream()
            .map(weight -> RowFactory.create(names.stream().map(n -> cell(weight, n)).toArray()))
            .toList();
    return new Answer(names, rows);
  }

  private static Object cell(Weight weight, String column) {
    Evidence evidence = weight.evidence();
    return switch (column) {
      case "indicator_code" -> weight.indicator();
      case "year" -> weight.year();
      case "weight" -> Answer.number(weight.weight());
      case "entropy" -> Answer.number(evidence.entropy());
      case "variation" -> Answer.number(evidence.variation());
      case "conflict" -> Answer.number(evidence.conflict());
      case "mean" -> Answer.number(evidence.mean());
      case "sd" -> Answer.number(evidence.sd());
      case "n" -> evidence.n().isPresent() ? evidence.n().getAsLong() : null;
      default -> Answer.text(weight.reason());
    };
  }
}
