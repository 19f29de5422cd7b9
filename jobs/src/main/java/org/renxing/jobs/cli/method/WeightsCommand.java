package org.renxing.jobs.cli.method;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.renxing.index.weigh.WeightingMethods;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.Normalisation;
import org.renxing.model.WeightScheme;
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
    UnitFile file = table.open();
    columns.check(file);
    MethodSession.run(file, spark -> weights(file, normalisation, scheme, spark))
        .write(table.output());
    return 0;
  }

  private Answer weights(
      UnitFile file, Normalisation normalisation, WeightScheme scheme, SparkSession spark) {
    UnitTable cells = UnitTable.check(file, spark);
    IndexSystem system = columns.indexSystem(cells);
    Chain chain = new Chain(cells, system);
    List<String> codes = system.indicators().stream().map(Indicator::code).toList();
    cells.noteMissing(codes, "bounds and weights rest on the others");
    Dataset<Row> normalised =
        chain.normalised(normalisation, new HashSet<>(codes), i -> file.cell(i.code()));
    List<String> names = new ArrayList<>(List.of("indicator_code"));
    if (weigh.isYearly()) {
      names.add("year");
    }
    names.addAll(SHOWN);
    if (!WeightingMethods.of(method).hasConflict()) {
      names.remove("conflict");
    }
    List<String> read = new ArrayList<>(names);
    read.add("global_weight");
    if (!weigh.isYearly()) {
      read.add("year");
    }
    Dataset<Row> weights =
        chain
            .weigh(normalised, scheme)
            .select(read.stream().map(c -> col(c)).toArray(Column[]::new));
    return new Answer(names, chain.weights(weights));
  }
}
