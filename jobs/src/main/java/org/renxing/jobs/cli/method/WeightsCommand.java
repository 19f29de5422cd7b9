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
import org.renxing.panel.PackedPanel;
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
            + "sum to 1) and what it rests on.",
    footer = {
      "",
      "Example:",
      "  bin/renxing method weights --input cities.csv --id city --year year --negative smoke"
          + " --impute linear,nearest"
    })
@InHelp(HelpGroup.SCORE)
final class WeightsCommand implements Callable<Integer> {
  private static final List<String> SHOWN =
      List.of("weight", "entropy", "variation", "conflict", "mean", "sd", "n", "reason");

  @Mixin private TableOptions table;
  @Mixin private ColumnOptions columns;

  @InHelp(HelpGroup.WEIGHTS)
  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "entropy",
      completionCandidates = WeighOptions.MethodNames.class,
      description = "entropy (default), or one of ${COMPLETION-CANDIDATES}.")
  private String method;

  @Mixin private ImputeOption impute;
  @Mixin private NormaliseOptions normalise;
  @Mixin private WeighOptions weigh;

  @Override
  public Integer call() {
    Normalisation normalisation = normalise.normalisation(table);
    WeightScheme scheme = weigh.scheme(method, WeightScheme.Within.OVERALL, table);
    impute.check(table);
    UnitTable file = table.open();
    columns.check(file);
    table.write(weights(file, normalisation, scheme));
    return 0;
  }

  private Answer weights(UnitTable file, Normalisation normalisation, WeightScheme scheme) {
    UnitTable cells = file.check();
    IndexSystem system = columns.indexSystem(cells);
    Chain chain = new Chain(cells, system);
    List<String> codes = system.indicators().stream().map(Indicator::code).toList();
    Gaps gaps = new Gaps(cells, codes);
    PackedPanel panel = impute.of(chain.panel(i -> cells.numbers(i.code())), gaps);
    gaps.note(
        impute.isGiven()
            ? "bounds and weights rest on what is known or imputed"
            : "bounds and weights rest on the others");
    Normalised normalised = chain.normalised(normalisation, panel);
    List<String> names = new ArrayList<>(List.of("indicator_code"));
    if (weigh.isYearly()) {
      names.add("year");
    }
    names.addAll(SHOWN);
    if (!WeightingMethods.of(method).hasConflict()) {
      names.remove("conflict");
    }
    List<Weight> weights = chain.weights(normalised, scheme);
    List<Row> rows =
        weights.stream()
            .map(weight -> RowFactory.create(names.stream().map(n -> cell(weight, n)).toArray()))
            .toList();
    return new Answer(
        names, rows, weights.stream().map(weight -> gaps.ofColumn(weight.indicator())).toList());
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
