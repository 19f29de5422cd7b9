package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Normalisation;
import org.renxing.model.RenxingException;
import org.renxing.normalisation.NormalisationMethods;
import org.renxing.obstacles.ObstacleDegrees;
import org.renxing.obstacles.ObstacleScope;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.PackedPanel;
import org.renxing.scores.Scores;
import org.renxing.weights.Weight;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Obstacle degrees of the units of a file. */
@Command(
    name = "obstacles",
    mixinStandardHelpOptions = true,
    header = "Obstacle degrees of the columns of a CSV file.",
    description =
        "Which indicators keep each row from its ideal, in per cent: (1 - normalised value) "
            + "times weight, as a share of their sum (docs/methods/obstacles.md).",
    footer = {
      "",
      "Example:",
      "  bin/renxing method obstacles --input cities.csv --id city --year year --negative smoke"
          + " --method entropy --layout mean"
    })
@InHelp(HelpGroup.OBSTACLES)
final class ObstaclesCommand implements Callable<Integer> {
  private static final double NOISE = 1e-9;

  @Mixin private TableOptions table;
  @Mixin private IndexOptions index;
  @Mixin private CarryOption carry;

  @Option(
      names = "--weights",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "W,…",
      description =
          "With --columns: a weight above 0 for each of them, on any scale; alike by default.")
  private List<Double> weights = List.of();

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      defaultValue = "long",
      description =
          "long (default): one row a row and indicator, the largest obstacle first; wide: one "
              + "column an indicator; mean: means over all rows (of each year).")
  private ObstacleTable.Layout layout;

  @Override
  public Integer call() {
    Normalisation normalisation = index.check(table);
    if (NormalisationMethods.of(normalisation.method()).isCentred()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "--normalise "
              + normalisation.method()
              + ": has no ideal point from which to measure; take min-max, rank,"
              + " distance-to-frontier, or none for values that are normalised");
    }
    requireCarrier();
    UnitTable file = carry.of(table.open());
    Optional<IndexSystem> tree = index.tree(file);
    requireWeights();
    table.write(obstacles(file, tree, normalisation));
    return 0;
  }

  private void requireCarrier() {
    if (carry.isGiven() && layout == ObstacleTable.Layout.MEAN) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "--carry: rows of --layout mean are no rows of the input; take long or wide");
    }
  }

  private void requireWeights() {
    if (weights.isEmpty()) {
      return;
    }
    if (weights.size() != index.columns().size()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          String.format(
              Locale.ROOT,
              "--weights: gives %d numbers; one is needed for each of --columns (%d)",
              weights.size(),
              index.columns().size()));
    }
    if (!index.method().equals("fixed")) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "--weights: --method " + index.method() + " makes weights of its own; leave one out");
    }
  }

  private Answer obstacles(
      UnitTable file, Optional<IndexSystem> tree, Normalisation normalisation) {
    IndexOptions.Index made = index.index(file, tree, this::weighted, table);
    PackedPanel values = made.normalised().normalised();
    double scale = normalisation.scale();
    if (normalisation.method().equals("none")) {
      requireNormalised(made.table(), values, scale);
    }
    IndicatorOrder order = made.order();
    ObstacleScope scope = ObstacleScope.whole(order, index.method(), 0);
    Map<Integer, double[]> weightsOfYears = new HashMap<>();
    for (Weight weight : made.weights()) {
      weightsOfYears.computeIfAbsent(
          weight.year(), year -> Scores.ofYear(made.weights(), year, order));
    }
    List<ObstacleDegrees> degrees = new ArrayList<>();
    for (int row = 0; row < values.rows(); row++) {
      double[] w = weightsOfYears.getOrDefault(values.year(row), weightsOfYears.get(0));
      degrees.add(ObstacleDegrees.of(values.row(row), scope.weights(w, order), scale));
    }
    return new ObstacleTable(made.table(), order, scope, degrees, made.gaps()).of(layout);
  }

  /**
   * Refuses values that were given as normalised and are not.
   *
   * @throws RenxingException DATA_CHECK for one below 0 or above the scale
   */
  private static void requireNormalised(UnitTable table, PackedPanel normalised, double scale) {
    for (int row = 0; row < normalised.rows(); row++) {
      for (int j = 0; j < normalised.indicators().size(); j++) {
        double y = normalised.value(row, j);
        if (y < -NOISE || y > scale + NOISE) {
          throw new RenxingException(
              ErrorCode.DATA_CHECK,
              String.format(
                  Locale.ROOT,
                  "%s row %d (%s), %s: is %s after its direction; with --normalise none a number"
                      + " from 0 to %s is needed, where more is better (--scale says the upper"
                      + " end)",
                  table.name(),
                  table.cells().number(row),
                  table.unit(row),
                  normalised.indicators().get(j),
                  y,
                  scale));
        }
      }
    }
  }

  /** The same leaves with the weights that were given. */
  private IndexSystem weighted(IndexSystem one) {
    if (weights.isEmpty()) {
      return one;
    }
    List<IndexNode> leaves = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      IndexNode leaf = one.systems().get(i);
      leaves.add(
          new IndexNode(
              leaf.code(),
              leaf.nameZh(),
              leaf.nameEn(),
              weights.get(i),
              leaf.indicator(),
              List.of()));
    }
    IndexNode root = one.root();
    return new IndexSystem(
        one.id(),
        one.title(),
        one.source(),
        new IndexNode(root.code(), root.nameZh(), root.nameEn(), 1, Optional.empty(), leaves));
  }
}
