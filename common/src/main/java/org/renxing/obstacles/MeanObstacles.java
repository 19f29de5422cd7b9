package org.renxing.obstacles;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renxing.numerics.ExactSums;
import org.renxing.panel.IndicatorOrder;
import org.renxing.ranking.Places;

/**
 * Mean obstacle degrees over unit-years that have degrees (C Figure 4). Merging the sums of any
 * parts of the rows gives those of all, bit for bit.
 */
public final class MeanObstacles implements Serializable {
  private static final long serialVersionUID = 1L;
  private int size;
  private ExactSums sums = ExactSums.unit(0);
  private long n;

  /** Adds the degrees of a unit and year. */
  public void add(double[] percent) {
    begin(percent.length);
    for (int m = 0; m < size; m++) {
      sums.add(m, percent[m]);
    }
    n++;
  }

  /** Adds what others have seen. */
  public void merge(MeanObstacles others) {
    if (others.n > 0) {
      begin(others.size);
      sums.merge(others.sums);
      n += others.n;
    }
  }

  private void begin(int indicators) {
    if (n == 0) {
      size = indicators;
      sums = ExactSums.unit(indicators);
    }
  }

  /** How many unit-years. */
  public long n() {
    return n;
  }

  /**
   * The mean of an indicator, criterion or system: of a criterion or system that of its indicators'
   * sums.
   *
   * @param level {@code indicator}, {@code system} or {@code criterion}
   * @param rank dense within the level, the largest first; equal to 12 significant digits is a tie
   */
  public record Mean(String level, String code, double meanDegreePct, int rank) {}

  /** The means of a scope's indicators, systems and criteria, in this order; none without rows. */
  public List<Mean> means(ObstacleScope scope, IndicatorOrder order) {
    Map<String, Map<String, Double>> levels = new LinkedHashMap<>();
    for (int m = 0; n > 0 && m < size; m++) {
      int j = scope.members().get(m);
      double mean = sums.total(m) / n;
      add(levels, "indicator", order.codes().get(j), mean);
      add(levels, "system", order.systems().get(j), mean);
      if (!order.criteria().get(j).isEmpty()) {
        add(levels, "criterion", order.criteria().get(j), mean);
      }
    }
    List<Mean> out = new ArrayList<>();
    levels.forEach(
        (level, means) -> {
          double[] values = means.values().stream().mapToDouble(Double::doubleValue).toArray();
          int[] ranks = Places.of(values).dense();
          int i = 0;
          for (Map.Entry<String, Double> e : means.entrySet()) {
            out.add(new Mean(level, e.getKey(), e.getValue(), ranks[i++]));
          }
        });
    return out;
  }

  private static void add(
      Map<String, Map<String, Double>> levels, String level, String code, double mean) {
    levels.computeIfAbsent(level, l -> new LinkedHashMap<>()).merge(code, mean, Double::sum);
  }
}
