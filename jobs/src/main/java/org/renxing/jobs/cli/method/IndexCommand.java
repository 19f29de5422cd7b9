package org.renxing.jobs.cli.method;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.renxing.config.IndexSystemFile;
import org.renxing.config.Vocabulary;
import org.renxing.index.Expression;
import org.renxing.index.score.Scores;
import org.renxing.index.weigh.WeightingMethods;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.Normalisation;
import org.renxing.model.RenxingException;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.model.WeightScheme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A composite index of the units of a file. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    header = "An index of the rows of a CSV file.",
    description =
        "Puts the columns of a CSV file together to an index, of one level or of the "
            + "tree in an index-system file (docs/configuration.md).")
final class IndexCommand implements Callable<Integer> {
  @Mixin private TableOptions table;

  @Option(
      names = "--index-system",
      paramLabel = "FILE.conf",
      description =
          "Tree of the index; expressions of its leaves read columns of the input. "
              + "Without it one level: --columns.")
  private Optional<Path> indexSystem;

  @Mixin private ColumnOptions columns;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "fixed",
      completionCandidates = WeighOptions.MethodNames.class,
      description =
          "Weights: fixed (default; those of the tree, equal for --columns), or one of "
              + "${COMPLETION-CANDIDATES}.")
  private String method;

  @Option(
      names = "--within",
      paramLabel = "WHERE",
      description =
          "Where weights sum to 1: system (default for trees; systems then weigh what the "
              + "tree says for fixed, alike otherwise) or overall.")
  private Optional<WeightScheme.Within> within;

  @Mixin private WeighOptions weigh;
  @Mixin private NormaliseOptions normalise;

  @Option(
      names = "--aggregation",
      paramLabel = "MEAN",
      defaultValue = "arithmetic",
      description = "arithmetic (default) or geometric.")
  private Aggregation aggregation;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      defaultValue = "wide",
      description =
          "wide (default): one column a node with its score, and the rank of the whole; "
              + "long: one row a node with score, contribution, weight and rank.")
  private ScoreTable.Layout layout;

  @Override
  public Integer call() {
    requireOneSource();
    Normalisation normalisation = normalise.normalisation(table);
    weigh.scheme(method, WeightScheme.Within.OVERALL, table);
    UnitFile file = table.open();
    columns.check(file);
    Optional<IndexSystem> tree = indexSystem.map(IndexCommand::load);
    tree.ifPresent(t -> requireInputs(t, file));
    MethodSession.run(file, spark -> index(file, tree, normalisation, spark)).write(table.output());
    return 0;
  }

  private Answer index(
      UnitFile file, Optional<IndexSystem> tree, Normalisation normalisation, SparkSession spark) {
    List<String> read =
        tree.map(t -> (List<String>) new ArrayList<>(inputs(t)))
            .orElseGet(() -> columns.candidates(file));
    UnitTable cells = UnitTable.check(file, read, spark);
    tree.ifPresent(t -> cells.requireNumbers(read));
    IndexSystem system = tree.orElseGet(() -> columns.indexSystem(cells));
    Function<Indicator, Column> value =
        tree.isPresent()
            ? i -> Expression.parse(i.expression()).value(file::cell)
            : i -> file.cell(i.code());
    Chain chain = new Chain(cells, system);
    Dataset<Row> normalised = chain.normalised(normalisation, new HashSet<>(read), value);
    Dataset<Row> lazy =
        chain.weigh(normalised, weigh.scheme(method, within.orElse(usual(system)), table));
    Dataset<Row> weights = spark.createDataFrame(chain.weights(lazy), lazy.schema());
    Dataset<Row> scores = new Scores(system, aggregation).of(normalised, weights);
    ScoreTable out = new ScoreTable(cells, system);
    return layout == ScoreTable.Layout.WIDE ? out.wide(scores) : out.tall(scores);
  }

  /** Systems that are indicators themselves leave nothing to weigh within them. */
  private static WeightScheme.Within usual(IndexSystem system) {
    boolean hasTree = system.systems().stream().anyMatch(s -> s.indicator().isEmpty());
    return hasTree ? WeightScheme.Within.SYSTEM : WeightScheme.Within.OVERALL;
  }

  private void requireOneSource() {
    if (indexSystem.isPresent() && columns.isGiven()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "--columns and --negative: the index system names columns and directions; leave them out");
    }
    if (indexSystem.isEmpty() && within.equals(Optional.of(WeightScheme.Within.SYSTEM))) {
      throw new RenxingException(
          ErrorCode.USAGE, "--within system: one level has no systems; give --index-system");
    }
  }

  private static IndexSystem load(Path file) {
    TableOptions.requireFile("--index-system", file);
    return IndexSystemFile.load(
        file, new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names()));
  }

  private static Set<String> inputs(IndexSystem system) {
    Set<String> out = new LinkedHashSet<>();
    system.indicators().forEach(i -> out.addAll(Expression.parse(i.expression()).inputs()));
    return out;
  }

  private void requireInputs(IndexSystem tree, UnitFile file) {
    file.requireColumns("--index-system " + indexSystem.orElseThrow(), List.copyOf(inputs(tree)));
  }
}
