package org.renxing.multicriteria;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.renxing.model.Ranking;

/**
 * Scores of units that are compared with each other by several criteria (methods: rankings).
 *
 * <p>Criteria with weight 0 do not count. A unit that lacks one of the others has no score, nor do
 * those that are compared look at it. Nothing is thrown for data: where there is no score there is
 * a reason.
 */
public final class MultiCriteria {
  private final Ranking ranking;
  private final double[] scores;
  private final RankingReason[] reasons;
  private final Map<String, double[]> details = new LinkedHashMap<>();
  private Optional<Compromise> compromise = Optional.empty();

  private MultiCriteria(Ranking ranking, int size) {
    this.ranking = ranking;
    scores = filled(size);
    reasons = new RankingReason[size];
    names(ranking).forEach(name -> details.put(name, filled(size)));
  }

  private static double[] filled(int size) {
    double[] out = new double[size];
    Arrays.fill(out, Double.NaN);
    return out;
  }

  /**
   * Compares units.
   *
   * @param units of each its values, more being better, NaN where missing
   * @param weights one a criterion, 0 or more; NaN where undefined
   */
  public static MultiCriteria of(RankingRule rule, List<double[]> units, double[] weights) {
    MultiCriteria out = new MultiCriteria(rule.ranking(), units.size());
    int[] counted = IntStream.range(0, weights.length).filter(j -> weights[j] > 0).toArray();
    if (counted.length == 0 || Arrays.stream(weights).anyMatch(Double::isNaN)) {
      Arrays.fill(out.reasons, RankingReason.NO_WEIGHT);
      return out;
    }
    List<double[]> rows = units.stream().map(unit -> picked(unit, counted)).toList();
    int[] complete =
        IntStream.range(0, rows.size())
            .filter(i -> Arrays.stream(rows.get(i)).noneMatch(Double::isNaN))
            .toArray();
    Arrays.fill(out.reasons, RankingReason.MISSING_INDICATOR);
    Arrays.stream(complete).forEach(i -> out.reasons[i] = null);
    if (complete.length > 0) {
      Alternatives given =
          new Alternatives(
              Arrays.stream(complete).mapToObj(rows::get).toList(), picked(weights, counted));
      out.compare(rule, given, complete);
    }
    return out;
  }

  private static double[] picked(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(j -> values[j]).toArray();
  }

  private void compare(RankingRule rule, Alternatives given, int[] places) {
    if (places.length == 1) {
      reasons[places[0]] = RankingReason.SINGLE_UNIT;
    } else if (!given.isVaried()) {
      Arrays.stream(places).forEach(i -> reasons[i] = RankingReason.NO_VARIATION);
    } else {
      score(rule, given, places);
    }
  }

  private void score(RankingRule rule, Alternatives given, int[] places) {
    switch (rule.ranking()) {
      case TOPSIS -> {
        Topsis found = rule.isVector() ? Topsis.ofVectors(given) : Topsis.of(given);
        place(scores, found.closeness(), places);
        place(details.get("d_plus"), found.plus(), places);
        place(details.get("d_minus"), found.minus(), places);
      }
      case GREY_RELATIONAL ->
          place(scores, GreyRelational.degrees(given, given.best(), rule.rho()), places);
      case RANK_SUM_RATIO -> {
        RankSumRatio found = RankSumRatio.of(given);
        place(scores, found.ratios(), places);
        place(details.get("probit"), found.probits(), places);
        place(details.get("fitted"), found.fitted(), places);
      }
      case VIKOR -> {
        Vikor found = Vikor.of(given, rule.v());
        place(scores, found.q(), places);
        place(details.get("s"), found.s(), places);
        place(details.get("r"), found.r(), places);
        double[] isMember =
            found.compromise().members().stream().mapToDouble(is -> is ? 1 : 0).toArray();
        place(details.get("is_compromise"), isMember, places);
        compromise = Optional.of(found.compromise());
      }
    }
  }

  private static void place(double[] into, double[] values, int[] places) {
    for (int p = 0; p < places.length; p++) {
      into[places[p]] = values[p];
    }
  }

  /** The names of what a ranking says of a unit beside its score. */
  public static List<String> names(Ranking ranking) {
    return switch (ranking) {
      case TOPSIS -> List.of("d_plus", "d_minus");
      case GREY_RELATIONAL -> List.of();
      case RANK_SUM_RATIO -> List.of("probit", "fitted");
      case VIKOR -> List.of("s", "r", "is_compromise");
    };
  }

  /** The score of a unit; NaN where there is none. */
  public double score(int unit) {
    return scores[unit];
  }

  /** The score, turned where less of it is better; NaN where there is none. */
  public double merit(int unit) {
    return ranking == Ranking.VIKOR ? -scores[unit] : scores[unit];
  }

  /** What {@link #names} names, of a unit; 1 or 0 for what is so or not, NaN without a score. */
  public double detail(String name, int unit) {
    return details.get(name)[unit];
  }

  /** Why a unit has no score. */
  public Optional<RankingReason> reason(int unit) {
    return Optional.ofNullable(reasons[unit]);
  }

  /** What VIKOR proposes, where units could be compared. */
  public Optional<Compromise> compromise() {
    return compromise;
  }
}
