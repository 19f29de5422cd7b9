package org.renxing.jobs.cli.method;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.renxing.model.ErrorCode;
import org.renxing.model.Ranking;
import org.renxing.model.RenxingException;
import org.renxing.model.Scenario.Aggregation;
import org.renxing.multicriteria.RankingRule;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How normalised indicators are put together: by a mean, or by comparing units with each other. */
@InHelp(HelpGroup.METHOD)
final class AggregationOptions {
  @Option(
      names = "--aggregation",
      paramLabel = "HOW",
      defaultValue = "arithmetic",
      converter = Name.class,
      description =
          "arithmetic (default) or geometric mean; or a ranking of the rows against each other: "
              + "topsis (of values divided by vectors unless --normalise says else), "
              + "grey-relational, rank-sum-ratio or vikor (overall is its Q, smallest first).")
  private String name;

  @Option(
      names = "--rho",
      paramLabel = "RHO",
      description = "grey-relational: distinguishing coefficient, above 0 and at most 1 (0.5).")
  private Optional<Double> rho;

  @Option(
      names = "--v",
      paramLabel = "V",
      description = "vikor: weight of the sum against the largest regret, from 0 to 1 (0.5).")
  private Optional<Double> v;

  /** The mean; arithmetic where there is a {@link #rule}. */
  Aggregation mean() {
    return name.equals(word(Aggregation.GEOMETRIC))
        ? Aggregation.GEOMETRIC
        : Aggregation.ARITHMETIC;
  }

  /**
   * The ranking, where one is asked for in place of a mean.
   *
   * @throws RenxingException USAGE for a coefficient of another ranking, or out of its range
   */
  Optional<RankingRule> rule(IndexOptions index) {
    Optional<Ranking> ranking =
        Arrays.stream(Ranking.values()).filter(r -> r.id().equals(name)).findFirst();
    require("--rho", rho, Ranking.GREY_RELATIONAL, ranking);
    require("--v", v, Ranking.VIKOR, ranking);
    return ranking.map(
        r -> {
          boolean isVector = r == Ranking.TOPSIS && index.isVector();
          double ofGrey = rho.orElse(RankingRule.RHO);
          double ofVikor = v.orElse(RankingRule.V);
          try {
            return new RankingRule(r, ofGrey, ofVikor, isVector);
          } catch (RenxingException e) {
            throw new RenxingException(ErrorCode.USAGE, "--" + e.getMessage(), e);
          }
        });
  }

  private static void require(
      String option, Optional<Double> value, Ranking of, Optional<Ranking> ranking) {
    if (value.isPresent() && !ranking.equals(Optional.of(of))) {
      throw new RenxingException(
          ErrorCode.USAGE, option + ": belongs to --aggregation " + of.id() + " only");
    }
  }

  private static String word(Aggregation mean) {
    return mean.name().toLowerCase(Locale.ROOT);
  }

  /** Means and rankings by name. */
  static final class Name implements ITypeConverter<String> {
    private static final List<String> ALLOWED =
        Stream.concat(
                Arrays.stream(Aggregation.values()).map(AggregationOptions::word),
                Arrays.stream(Ranking.values()).map(Ranking::id))
            .toList();

    @Override
    public String convert(String text) {
      String name = text.toLowerCase(Locale.ROOT);
      if (!ALLOWED.contains(name)) {
        throw new TypeConversionException(
            "expected one of " + String.join(", ", ALLOWED) + " but was '" + text + "'");
      }
      return name;
    }
  }
}
