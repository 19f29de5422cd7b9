package org.renxing.jobs.trace;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a missing value was filled in.
 *
 * @param method linear, nearest, linear-extrapolate or group-median
 * @param group for group-median: column and value of the group
 * @param neighbours the known values that it rests on: of the unit in other years, or for
 *     group-median of other units in the same year
 * @param value what the method makes of the neighbours, before outliers are treated
 */
public record Imputed(
    String method, Optional<String> group, List<Neighbour> neighbours, Optional<Double> value) {
  /** The method that takes other units. */
  static final String GROUP_MEDIAN = "group-median";

  public Imputed {
    neighbours = List.copyOf(neighbours);
  }

  /** A known value nearby. */
  public record Neighbour(String unitId, String unitName, int year, double value) {}

  /**
   * A value made from the unit's own series, by the formulas of the panel: the line through the
   * nearest known years on both sides, the nearest known value, or the line through the two known
   * years nearest to the end.
   *
   * @param known known values by year, without {@code year} itself
   */
  static Imputed ofSeries(
      String method, Trace.Unit unit, NavigableMap<Integer, Double> known, int year) {
    List<Map.Entry<Integer, Double>> points =
        switch (method) {
          case "linear" -> present(known.lowerEntry(year), known.higherEntry(year));
          case "nearest" ->
              present(known.lowerEntry(year), known.higherEntry(year)).stream().limit(1).toList();
          case "linear-extrapolate" -> ends(known, year);
          default -> List.of();
        };
    List<Neighbour> neighbours =
        points.stream()
            .map(p -> new Neighbour(unit.unitId(), unit.nameZh(), p.getKey(), p.getValue()))
            .toList();
    return new Imputed(method, Optional.empty(), neighbours, line(neighbours, year));
  }

  /** The median of other units' values of the year; of an even number the mean of the middle. */
  static Imputed ofGroup(String group, List<Neighbour> members) {
    List<Neighbour> sorted =
        members.stream()
            .sorted(Comparator.comparingDouble(Neighbour::value).thenComparing(Neighbour::unitId))
            .toList();
    int n = sorted.size();
    Optional<Double> median =
        n == 0
            ? Optional.empty()
            : Optional.of((sorted.get((n - 1) / 2).value() + sorted.get(n / 2).value()) / 2);
    return new Imputed(GROUP_MEDIAN, Optional.of(group), sorted, median);
  }

  private static List<Map.Entry<Integer, Double>> ends(
      NavigableMap<Integer, Double> known, int year) {
    List<Map.Entry<Integer, Double>> all = List.copyOf(known.entrySet());
    if (all.size() < 2) {
      return List.of();
    }
    boolean isLeft = year < known.firstKey();
    return isLeft ? all.subList(0, 2) : all.subList(all.size() - 2, all.size());
  }

  /** The entries that are there; a map gives null where it has none. */
  private static List<Map.Entry<Integer, Double>> present(
      Map.Entry<Integer, Double> before, Map.Entry<Integer, Double> after) {
    return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Double> line(List<Neighbour> points, int year) {
    if (points.isEmpty()) {
      return Optional.empty();
    }
    Neighbour a = points.get(0);
    if (points.size() == 1) {
      return Optional.of(a.value());
    }
    Neighbour b = points.get(1);
    double share = (double) (year - a.year()) / (b.year() - a.year());
    return Optional.of(a.value() + (b.value() - a.value()) * share);
  }
}
