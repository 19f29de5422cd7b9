package org.renxing.obstacles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.renxing.panel.IndicatorOrder;
import org.renxing.ranking.Places;

/**
 * The obstacles of one unit and year, the largest first.
 *
 * @param member place of the indicator among the members of its scope
 * @param degreePct obstacle degree; sums to 100 over the indicators
 * @param systemDegreePct the same among those of the indicator's system; NaN where none of these is
 *     an obstacle
 * @param cumulativePct the sum of the degrees up to this one
 * @param rank dense from the largest degree; equal to 12 significant digits is a tie
 * @param orderNo without ties, these in the order of the index system
 */
public record ObstacleRanking(
    int member,
    double degreePct,
    double systemDegreePct,
    double cumulativePct,
    int rank,
    int orderNo) {

  /**
   * Ranks degrees.
   *
   * @param percent one degree a member of the scope
   */
  public static List<ObstacleRanking> of(
      double[] percent, ObstacleScope scope, IndicatorOrder order) {
    Map<String, Double> totals = new HashMap<>();
    for (int m = 0; m < percent.length; m++) {
      totals.merge(order.systems().get(scope.members().get(m)), percent[m], Double::sum);
    }
    Places places = Places.of(percent);
    int[] ranks = places.dense();
    List<ObstacleRanking> out = new ArrayList<>();
    double held = 0;
    for (int m : places.descending()) {
      held += percent[m];
      double total = totals.get(order.systems().get(scope.members().get(m)));
      double inSystem = total > 0 ? percent[m] / total * 100 : Double.NaN;
      out.add(new ObstacleRanking(m, percent[m], inSystem, held, ranks[m], out.size() + 1));
    }
    return out;
  }
}
