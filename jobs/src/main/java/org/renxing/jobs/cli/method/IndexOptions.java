package org.renxing.jobs.cli.method;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.renxing.config.IndexSystemFile;
import org.renxing.config.Vocabulary;
import org.renxing.index.Expression;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.Normalisation;
import org.renxing.model.RenxingException;
import org.renxing.model.WeightScheme;
import org.renxing.normalisation.Normalised;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.PackedPanel;
import org.renxing.weights.Weight;
import org.renxing.weights.WeightingMethods;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An index over the columns of a file: its tree, its normalised indicators, their weights. */
@InHelp(HelpGroup.INDICATORS)
final class IndexOptions {
  @Option(
      names = "--index-system",
      paramLabel = "FILE.conf",
      description =
          "Tree of the index; expressions of its leaves read columns of the input. "
              + "Without it one level: --columns.")
  private Optional<Path> indexSystem;

  @Mixin private ColumnOptions columns;

  @InHelp(HelpGroup.WEIGHTS)
  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "fixed",
      completionCandidates = WeighOptions.MethodNames.class,
      description =
          "Weights: fixed (default; those of the tree, equal for --columns), or one of "
              + "${COMPLETION-CANDIDATES}.")
  private String method;

  @InHelp(HelpGroup.WEIGHTS)
  @Option(
      names = "--within",
      paramLabel = "WHERE",
      description =
          "Where weights sum to 1: system (default for trees; systems then weigh what the "
              + "tree says for fixed, alike otherwise) or overall.")
  private Optional<WeightScheme.Within> within;

  @Mixin private ImputeOption impute;
  @Mixin private WeighOptions weigh;
  @Mixin private NormaliseOptions normalise;

  /**
   * What the options come to.
   *
   * @param weights none of them undefined
   */
  record Index(
      UnitTable table, IndexSystem system, Normalised normalised, List<Weight> weights, Gaps gaps) {
    /** The indicators in the order of the panel's columns. */
    IndicatorOrder order() {
      return IndicatorOrder.of(system);
    }
  }

  /** Checks what needs no file. */
  Normalisation check(TableOptions table) {
    return check(table, normalise.normalisation(table));
  }

  /** The same, where TOPSIS may divide values by vectors, see {@link #isVector}. */
  Normalisation checkBesideVectors(TableOptions table) {
    return check(table, normalise.besideVectors(table));
  }

  private Normalisation check(TableOptions table, Normalisation normalisation) {
    indexSystem.ifPresent(
        file -> Answer.requireApartFrom(table.output(), "the file of --index-system", file));
    requireOneSource();
    impute.check(table);
    weigh.scheme(method, WeightScheme.Within.OVERALL, table);
    return normalisation;
  }

  /** Checks names against the head of the file, and reads the tree where one is given. */
  Optional<IndexSystem> tree(UnitTable file) {
    columns.check(file);
    Optional<IndexSystem> tree = indexSystem.map(IndexOptions::load);
    tree.ifPresent(t -> requireInputs(t, file));
    return tree;
  }

  /** Whether TOPSIS is to divide values by vectors. */
  boolean isVector() {
    return normalise.isVector();
  }

  /** Whether each year is weighed for itself. */
  boolean isYearly() {
    return weigh.isYearly();
  }

  /** The columns that are indicators, in the order in which they were given; empty for all. */
  List<String> columns() {
    return columns.given();
  }

  /** The name of the weighting method. */
  String method() {
    return method;
  }

  /**
   * Reads, normalises and weighs.
   *
   * @param one turns the index of one level into what is used
   */
  Index index(
      UnitTable file,
      Optional<IndexSystem> tree,
      Function<IndexSystem, IndexSystem> one,
      TableOptions table) {
    UnitTable cells = file.check();
    IndexSystem system = tree.orElseGet(() -> one.apply(columns.indexSystem(cells)));
    List<String> read =
        tree.map(t -> requireInputs(t, file))
            .orElseGet(() -> system.indicators().stream().map(Indicator::code).toList());
    cells.requireNumbers(read);
    Gaps gaps = new Gaps(cells, read);
    Chain chain = new Chain(cells, system);
    PackedPanel panel =
        impute.of(
            chain.panel(i -> tree.isPresent() ? computed(i, cells) : cells.numbers(i.code())),
            gaps);
    gaps.note(
        impute.isGiven()
            ? "a row has no score that needs what was not imputed"
            : "bounds and weights rest on the others, and a row has no score that needs them");
    Normalised normalised = chain.normalised(normalise.besideVectors(table), panel);
    List<Weight> weights =
        chain.weights(normalised, weigh.scheme(method, within.orElse(usual(system)), table));
    return new Index(cells, system, normalised, weights, gaps);
  }

  /** The values of an indicator's expression, one a row. */
  private static double[] computed(Indicator indicator, UnitTable cells) {
    Expression expression = Expression.parse(indicator.expression());
    Map<String, double[]> inputs = new HashMap<>();
    expression.inputs().forEach(code -> inputs.put(code, cells.numbers(code)));
    return IntStream.range(0, cells.size())
        .mapToDouble(
            row -> {
              Map<String, Double> known = new HashMap<>();
              inputs.forEach((code, values) -> known.put(code, values[row]));
              known.values().removeIf(value -> value.isNaN());
              return expression.value(known).orElse(Double.NaN);
            })
        .toArray();
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
          "--columns and --negative: the index system names columns and directions; leave them"
              + " out");
    }
    if (indexSystem.isEmpty() && within.equals(Optional.of(WeightScheme.Within.SYSTEM))) {
      throw new RenxingException(
          ErrorCode.USAGE, "--within system: one level has no systems; give --index-system");
    }
  }

  private static IndexSystem load(Path file) {
    ReadingOptions.requireFile("--index-system", file);
    return IndexSystemFile.load(
        file, new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names()));
  }

  private static Set<String> inputs(IndexSystem system) {
    Set<String> out = new LinkedHashSet<>();
    system.indicators().forEach(i -> out.addAll(Expression.parse(i.expression()).inputs()));
    return out;
  }

  /** The columns that the expressions of a tree read. */
  private List<String> requireInputs(IndexSystem tree, UnitTable file) {
    return inputs(tree).stream()
        .map(c -> file.cells().column("--index-system " + indexSystem.orElseThrow(), c))
        .toList();
  }
}
