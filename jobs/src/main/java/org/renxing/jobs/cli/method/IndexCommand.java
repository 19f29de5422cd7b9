package org.renxing.jobs.cli.method;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.renxing.model.IndexSystem;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.scores.Scores;
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
            + "tree in an index-system file (docs/configuration.md).",
    footer = {
      "",
      "Examples:",
      "  bin/renxing method index --input cities.csv --id city --year year --negative smoke --carry"
          + " region",
      "  bin/renxing method index --input cities.csv --id city --year year --years 2015..2020"
          + " --index-system town.conf"
    })
@InHelp(HelpGroup.SCORE)
final class IndexCommand implements Callable<Integer> {
  @Mixin private TableOptions table;
  @Mixin private IndexOptions index;
  @Mixin private CarryOption carry;

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
    index.check(table);
    UnitTable file = carry.of(table.open());
    Optional<IndexSystem> tree = index.tree(file);
    table.write(scores(file, tree));
    return 0;
  }

  private Answer scores(UnitTable file, Optional<IndexSystem> tree) {
    IndexOptions.Index made = index.index(file, tree, UnaryOperator.identity(), table);
    Scores scores =
        Scores.of(made.normalised().normalised(), made.weights(), made.order(), aggregation);
    ScoreTable out = new ScoreTable(made.table(), made.order(), made.gaps());
    return layout == ScoreTable.Layout.WIDE ? out.wide(scores) : out.tall(scores);
  }
}
