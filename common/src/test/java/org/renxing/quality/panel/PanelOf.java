package org.renxing.quality.panel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A panel put together from series; years begin with 2010, NaN is a missing figure. */
final class PanelOf {
  static final int FIRST = 2010;
  static final double NONE = Double.NaN;

  private final List<Figure> cells = new ArrayList<>();
  private final int firstYear;

  PanelOf() {
    this(FIRST);
  }

  PanelOf(int firstYear) {
    this.firstYear = firstYear;
  }

  /** Adds a series of a unit. */
  PanelOf with(String code, String unit, double... values) {
    for (int t = 0; t < values.length; t++) {
      if (!Double.isNaN(values[t])) {
        cells.add(new Figure(unit, firstYear + t, code, values[t], "source"));
      }
    }
    return this;
  }

  PanelFigures figures() {
    return PanelFigures.of(cells);
  }

  /** What a check names: code, unit, year, in order. */
  List<String> named(PanelCheck check) {
    return check.judge(figures()).stream().map(doubt -> name(figures(), doubt)).sorted().toList();
  }

  /** The only thing that a check names of a cell. */
  DoubtfulFigure doubt(PanelCheck check, String code, String unit, int year) {
    PanelFigures figures = figures();
    String wanted = code + " " + unit + " " + year;
    List<DoubtfulFigure> found =
        check.judge(figures).stream().filter(d -> name(figures, d).equals(wanted)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " findings of " + wanted);
    }
    return found.get(0);
  }

  private static String name(PanelFigures figures, DoubtfulFigure doubt) {
    String unit = figures.units().get(doubt.unit());
    return String.format(Locale.ROOT, "%s %s %d", doubt.code(), unit, figures.year(doubt.year()));
  }

  /** A value several times. */
  static double[] times(int n, double value) {
    return Collections.nCopies(n, value).stream().mapToDouble(x -> x).toArray();
  }

  /** Series one after the other. */
  static double[] joined(double[]... parts) {
    List<Double> out = new ArrayList<>();
    for (double[] part : parts) {
      for (double x : part) {
        out.add(x);
      }
    }
    return out.stream().mapToDouble(x -> x).toArray();
  }

  /** Growth by a factor a year. */
  static double[] growing(int years, double first, double factor) {
    double[] out = new double[years];
    for (int t = 0; t < years; t++) {
      out[t] = first * Math.pow(factor, t);
    }
    return out;
  }
}
