package org.renxing.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.renxing.quality.panel.Figure;

/** All cells of one base indicator, in order of unit and year; a cell without figure is absent. */
final class IndicatorCells {
  private final Figure[] figures;
  private final int[] years;
  private final double[] values;
  private final int[] series;
  private final int[] starts;
  private final List<int[]> crossSections;

  /**
   * The cells of these figures of one indicator, at least one, in any order.
   *
   * @throws IllegalArgumentException where a unit and year has two figures
   */
  static IndicatorCells of(Collection<Figure> figures) {
    Map<String, List<Figure>> byUnit = new HashMap<>();
    figures.forEach(x -> byUnit.computeIfAbsent(x.unit(), unit -> new ArrayList<>()).add(x));
    List<Figure> sorted = new ArrayList<>();
    for (List<Figure> series : new TreeMap<>(byUnit).values()) {
      series.sort(Comparator.comparingInt(Figure::year));
      sorted.addAll(series);
    }
    return new IndicatorCells(sorted.toArray(Figure[]::new));
  }

  private IndicatorCells(Figure[] sorted) {
    figures = sorted;
    years = Arrays.stream(sorted).mapToInt(Figure::year).toArray();
    values = Arrays.stream(sorted).mapToDouble(Figure::value).toArray();
    series = new int[sorted.length];
    List<Integer> first = new ArrayList<>();
    SortedMap<Integer, List<Integer>> byYear = new TreeMap<>();
    for (int i = 0; i < sorted.length; i++) {
      boolean isFirst = i == 0 || !sorted[i].unit().equals(sorted[i - 1].unit());
      if (isFirst) {
        first.add(i);
      } else if (years[i] == years[i - 1]) {
        throw new IllegalArgumentException("two figures of one cell: " + sorted[i]);
      }
      series[i] = first.size() - 1;
      byYear.computeIfAbsent(years[i], year -> new ArrayList<>()).add(i);
    }
    first.add(sorted.length);
    starts = ints(first);
    crossSections = byYear.values().stream().map(IndicatorCells::ints).toList();
  }

  /** The code of the indicator. */
  String code() {
    return figures[0].code();
  }

  int size() {
    return figures.length;
  }

  Figure figure(int cell) {
    return figures[cell];
  }

  int year(int cell) {
    return years[cell];
  }

  double value(int cell) {
    return values[cell];
  }

  /** The place of a cell's series among those of all units. */
  int series(int cell) {
    return series[cell];
  }

  /** The cell before another in its series; -1 where there is none. */
  int before(int cell) {
    return cell > starts[series[cell]] ? cell - 1 : -1;
  }

  /** The cell after another in its series; -1 where there is none. */
  int after(int cell) {
    return cell + 1 < starts[series[cell] + 1] ? cell + 1 : -1;
  }

  /** How many units there are. */
  int seriesCount() {
    return starts.length - 1;
  }

  /** The first cell of the series of a unit; that of the unit after the last is {@link #size}. */
  int start(int series) {
    return starts[series];
  }

  /** The cells of each year, in order of unit; to be read only. */
  List<int[]> crossSections() {
    return crossSections;
  }

  /** "before (2018) 14263000.00, after (2020) 17928000.00"; none for one that there is not. */
  String neighbours(int cell) {
    return "before " + neighbour(before(cell)) + ", after " + neighbour(after(cell));
  }

  private String neighbour(int cell) {
    return cell < 0 ? "none" : "(" + years[cell] + ") " + Finding.number(values[cell]);
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
