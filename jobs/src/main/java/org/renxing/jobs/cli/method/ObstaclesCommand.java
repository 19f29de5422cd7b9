package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.renxing.index.obstacle.ObstacleScope;
import org.renxing.index.obstacle.Obstacles;
import org.renxing.index.vector.IndicatorOrder;
import org.renxing.index.vector.IndicatorVectors;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Normalisation;
import org.renxing.model.RenxingException;
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
            + "times weight, as a share of their sum (docs/methods/obstacles.md).")
final class ObstaclesCommand implements Callable<Integer> {
  @Mixin private TableOptions table;
  @Mixin private IndexOptions index;

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

  @Option(names = "--json", description = "As JSON, with all digits, in place of a table or CSV.")
  private boolean isJson;

  @Override
  public Integer call() {
    Normalisation normalisation = index.check(table);
    if (normalisation.method() == Normalisation.Method.Z_SCORE) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "--normalise z-score: has no ideal point from which to measure; take min-max, rank,"
              + " distance-to-frontier, or none for values that are normalised");
    }
    UnitFile file = table.open();
    Optional<IndexSystem> tree = index.tree(file);
    requireWeights();
    Answer answer = MethodSession.run(file, spark -> obstacles(file, tree, normalisation, spark));
    if (isJson) {
      JsonAnswer.write(answer, table.output());
    } else {
      answer.write(table.output());
    }
    return 0;
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
      UnitFile file, Optional<IndexSystem> tree, Normalisation normalisation, SparkSession spark) {
    IndexOptions.Index made = index.index(file, tree, this::weighted, table, spark);
    IndicatorOrder order = IndicatorOrder.of(made.system());
    String scheme = index.method();
    Dataset<Row> vectors =
        IndicatorVectors.of(made.normalised(), made.weights(), order, List.of(scheme)).persist();
    ObstacleTable out = new ObstacleTable(made.table(), order, normalisation.scale());
    if (normalisation.method() == Normalisation.Method.NONE) {
      out.requireNormalised(vectors);
    }
    Obstacles obstacles =
        new Obstacles(order, List.of(ObstacleScope.whole(order, scheme, 0)), normalisation.scale());
    return switch (layout) {
      case LONG -> out.tall(obstacles.of(vectors));
      case WIDE -> out.wide(obstacles.of(vectors));
      case MEAN -> out.means(obstacles, vectors);
    };
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
