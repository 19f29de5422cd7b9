package org.renxing.obstacles;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.renxing.panel.IndicatorOrder;
import org.renxing.records.Accumulator;

/**
 * Mean obstacle degrees by scope, class and year. Class {@code all} takes all units, year 0 all
 * years together (unit-years as rows, not years).
 */
public final class ObstacleMeans implements Accumulator<ObstacleMeans.Known, ObstacleMeans> {
  /** The class of all units. */
  public static final String ALL = "all";

  private static final long serialVersionUID = 1L;

  /** The year that stands for all. */
  private static final int ALL_YEARS = 0;

  private final TreeMap<Integer, TreeMap<String, TreeMap<Integer, MeanObstacles>>> means =
      new TreeMap<>();

  /** The degrees of a unit and year within a scope. */
  public static final class Known implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int scope;
    private final int year;
    private final String ofClass;
    private final double[] percent;

    /**
     * Known degrees.
     *
     * @param scope its place among the scopes
     * @param ofClass the unit's class in the year; empty where it has none
     * @param percent see {@link ObstacleDegrees#percent}
     */
    public Known(int scope, int year, String ofClass, double[] percent) {
      this.scope = scope;
      this.year = year;
      this.ofClass = ofClass;
      this.percent = percent.clone();
    }
  }

  /** A mean of a scope, class and year; n: unit-years. */
  public record Of(
      ObstacleScope scope, String ofClass, int year, long n, MeanObstacles.Mean mean) {}

  @Override
  public void add(Known degrees) {
    for (String group : degrees.ofClass.isEmpty() ? List.of(ALL) : List.of(ALL, degrees.ofClass)) {
      for (int year : new int[] {ALL_YEARS, degrees.year}) {
        of(degrees.scope, group, year).add(degrees.percent);
      }
    }
  }

  @Override
  public void merge(ObstacleMeans other) {
    other.means.forEach(
        (scope, groups) ->
            groups.forEach(
                (group, years) ->
                    years.forEach((year, mean) -> of(scope, group, year).merge(mean))));
  }

  private MeanObstacles of(int scope, String group, int year) {
    return means
        .computeIfAbsent(scope, s -> new TreeMap<>())
        .computeIfAbsent(group, g -> new TreeMap<>())
        .computeIfAbsent(year, y -> new MeanObstacles());
  }

  /** All means. */
  public List<Of> means(List<ObstacleScope> scopes, IndicatorOrder order) {
    List<Of> out = new ArrayList<>();
    means.forEach(
        (place, groups) ->
            groups.forEach(
                (group, years) ->
                    years.forEach(
                        (year, sums) -> {
                          ObstacleScope scope = scopes.get(place);
                          sums.means(scope, order)
                              .forEach(m -> out.add(new Of(scope, group, year, sums.n(), m)));
                        })));
    return out;
  }
}
