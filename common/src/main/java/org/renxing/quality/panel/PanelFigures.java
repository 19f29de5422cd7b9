package org.renxing.quality.panel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The figures of some indicators, units by years; NaN where there is none. */
public final class PanelFigures {
  private final List<String> units;
  private final int firstYear;
  private final int years;
  private final Map<String, double[][]> values = new TreeMap<>();
  private final Map<String, String[][]> sources = new TreeMap<>();

  private PanelFigures(List<String> units, int firstYear, int years) {
    this.units = List.copyOf(units);
    this.firstYear = firstYear;
    this.years = years;
  }

  /**
   * The panel of these figures, which are about at least one unit and year, with none twice; units
   * are in order of their codes.
   */
  public static PanelFigures of(List<Figure> figures) {
    Set<String> units = new TreeSet<>();
    figures.forEach(figure -> units.add(figure.unit()));
    int first = figures.stream().mapToInt(Figure::year).min().orElseThrow();
    int last = figures.stream().mapToInt(Figure::year).max().orElseThrow();
    PanelFigures out = new PanelFigures(List.copyOf(units), first, last - first + 1);
    Map<String, Integer> places = new HashMap<>();
    out.units.forEach(unit -> places.put(unit, places.size()));
    figures.forEach(figure -> out.put(places.get(figure.unit()), figure));
    return out;
  }

  private void put(int unit, Figure figure) {
    int year = figure.year() - firstYear;
    values.computeIfAbsent(figure.code(), code -> empty())[unit][year] = figure.value();
    sources.computeIfAbsent(figure.code(), code -> new String[units.size()][years])[unit][year] =
        figure.source();
  }

  private double[][] empty() {
    double[][] out = new double[units.size()][years];
    Arrays.stream(out).forEach(series -> Arrays.fill(series, Double.NaN));
    return out;
  }

  /** The codes of the units, in order. */
  public List<String> units() {
    return units;
  }

  /** How many years there are from the first to the last. */
  public int years() {
    return years;
  }

  /** The year at a place. */
  public int year(int place) {
    return firstYear + place;
  }

  /** The indicators of which there are figures. */
  public Set<String> codes() {
    return values.keySet();
  }

  /** The series of a unit, by place of the year; all NaN for an indicator without figures. */
  public double[] series(String code, int unit) {
    double[][] found = values.get(code);
    if (found != null) {
      return found[unit].clone();
    }
    double[] none = new double[years];
    Arrays.fill(none, Double.NaN);
    return none;
  }

  /** The figure; NaN where there is none. */
  public double value(String code, int unit, int year) {
    double[][] found = values.get(code);
    return found == null ? Double.NaN : found[unit][year];
  }

  /** The source of a figure that is there. */
  public String source(String code, int unit, int year) {
    return sources.get(code)[unit][year];
  }
}
