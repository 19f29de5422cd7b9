package org.renxing.multicriteria;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.renxing.model.Ranking;
import org.renxing.numerics.CodePointOrder;
import org.renxing.panel.IndicatorVector;
import org.renxing.ranking.Places;

/**
 * A unit in a year by one ranking.
 *
 * @param score NaN where there is none; of VIKOR Q, of which less is better
 * @param rank dense rank in the year, 1 is best; 0 without a score
 * @param reason why there is no score; empty where there is one
 */
public record UnitRanking(
    Ranking ranking, String unitId, int year, double score, int rank, String reason)
    implements Serializable {

  /**
   * Ranks units by their normalised indicators.
   *
   * @param units all that are compared with each other, of one year or of several, in any order
   * @param weights of the indicators in the whole; NaN where undefined
   */
  public static List<UnitRanking> of(
      Collection<Ranking> rankings, List<IndicatorVector> units, double[] weights) {
    List<IndicatorVector> ordered =
        units.stream()
            .sorted(
                Comparator.comparing(IndicatorVector::unitId, CodePointOrder.ASCENDING)
                    .thenComparing(IndicatorVector::year))
            .toList();
    List<double[]> rows = ordered.stream().map(IndicatorVector::normalised).toList();
    int[] years = ordered.stream().mapToInt(IndicatorVector::year).toArray();
    List<UnitRanking> out = new ArrayList<>();
    for (Ranking ranking : rankings) {
      MultiCriteria found = MultiCriteria.of(RankingRule.of(ranking), rows, weights);
      int[] ranks = ranks(found, years);
      for (int i = 0; i < years.length; i++) {
        out.add(
            new UnitRanking(
                ranking,
                ordered.get(i).unitId(),
                years[i],
                found.score(i),
                ranks[i],
                found.reason(i).map(RankingReason::name).orElse("")));
      }
    }
    return out;
  }

  /**
   * Dense ranks within each year.
   *
   * @param years the year of each unit
   */
  public static int[] ranks(MultiCriteria found, int[] years) {
    int[] out = new int[years.length];
    for (int year : Arrays.stream(years).distinct().toArray()) {
      int[] rows = IntStream.range(0, years.length).filter(i -> years[i] == year).toArray();
      int[] ranks = Places.of(Arrays.stream(rows).mapToDouble(found::merit).toArray()).dense();
      for (int p = 0; p < rows.length; p++) {
        out[rows[p]] = ranks[p];
      }
    }
    return out;
  }
}
