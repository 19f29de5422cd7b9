package org.renxing.jobs.cli.method;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexSystem;
import org.renxing.model.RenxingException;
import org.renxing.multicriteria.RankingRule;
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

  @Mixin private AggregationOptions aggregation;

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
    Optional<RankingRule> rule = aggregation.rule(index);
    if (rule.isPresent()) {
      requireWide();
    }
    if (rule.isPresent() && rule.get().isVector()) {
      index.checkBesideVectors(table);
    } else {
      index.check(table);
    }
    UnitTable file = carry.of(table.open());
    Optional<IndexSystem> tree = index.tree(file);
    IndexOptions.Index made = index.index(file, tree, UnaryOperator.identity(), table);
    table.write(
        rule.isPresent()
            ? new RankingTable(made, rule.get(), index.isYearly()).answer()
            : scores(made));
    return 0;
  }

  private void requireWide() {
    if (layout != ScoreTable.Layout.WIDE) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "--layout long: contributions belong to --aggregation arithmetic and geometric; take"
              + " wide");
    }
  }

  private Answer scores(IndexOptions.Index made) {
    Scores scores =
        Scores.of(made.normalised().normalised(), made.weights(), made.order(), aggregation.mean());
    ScoreTable out = new ScoreTable(made.table(), made.order(), made.gaps());
    return layout == ScoreTable.Layout.WIDE ? out.wide(scores) : out.tall(scores);
  }
}
