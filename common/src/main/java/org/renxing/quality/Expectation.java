package org.renxing.quality;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.renxing.quality.panel.Median;

/**
 * What the rest of a series and the other units lead one to expect of each cell of an indicator,
 * and how far from it the cell is (docs/methods/quality.md, "Expectation"). NaN stands for what is
 * not known.
 */
final class Expectation {
  /** Turns a median absolute deviation into a standard deviation of normal values. */
  static final double MAD = 1.4826;

  /** Years to either side that are compared. */
  private static final int REACH = 5;

  /** Compared cells without which nothing is expected of a cell. */
  private static final int FEWEST = 3;

  /** Units of a year without which the year has no effect of its own. */
  private static final int FEWEST_PEERS = 8;

  /** Share of positive values from which an indicator is judged by logarithms. */
  private static final double MOSTLY_POSITIVE = 0.98;

  /** Least spread of logarithms, so that printed digits are no departure. */
  private static final double LEAST_SPREAD = 0.02;

  private final IndicatorCells cells;
  private final boolean isLog;
  private final double[] y;
  private final double[] effects;
  private final double[] slopes;
  private final double[] expected;
  private final double[] spread;

  /**
   * Judges all cells of an indicator: y (the logarithm, or the value where an indicator is not
   * positive throughout), what is expected of y, and the spread (a robust standard deviation).
   *
   * <p>Nothing is expected of a cell where fewer than three years within five can be compared.
   */
  Expectation(IndicatorCells cells) {
    this.cells = cells;
    int n = cells.size();
    this.isLog = positiveShare(cells) >= MOSTLY_POSITIVE;
    this.y = filled(i -> scaled(cells.value(i)));
    this.effects = yearEffects();
    this.slopes = new double[cells.seriesCount()];
    this.expected = new double[n];
    double[] restlessness = new double[n];
    for (int series = 0; series < slopes.length; series++) {
      int from = cells.start(series);
      int to = cells.start(series + 1);
      slopes[series] = slope(from, to);
      for (int i = from; i < to; i++) {
        expected[i] = continued(i, from, to, slopes[series]);
      }
      Arrays.fill(restlessness, from, to, Median.of(sizes(from, to)));
    }
    centre();
    this.spread = spreads(restlessness);
  }

  IndicatorCells cells() {
    return cells;
  }

  boolean isLog() {
    return isLog;
  }

  double y(int cell) {
    return y[cell];
  }

  /** The cell with what is known of it. */
  JudgedFigure at(int cell) {
    return new JudgedFigure(cells.figure(cell), isLog, y[cell], expected[cell], spread[cell]);
  }

  /**
   * By how much y departs from another cell of its series, beyond the trend of the series and the
   * effects of the years; NaN for no cell (-1).
   */
  double step(int cell, int other) {
    if (other < 0) {
      return Double.NaN;
    }
    double trend = slopes[cells.series(cell)] * (cells.year(cell) - cells.year(other));
    return z(cell) - z(other) - trend;
  }

  private double scaled(double value) {
    if (!isLog) {
      return value;
    }
    return value > 0 ? StrictMath.log(value) : Double.NaN;
  }

  private double z(int cell) {
    return y[cell] - effects[cell];
  }

  /** Takes the median of the series and of the year off (one step of median polish, Tukey 1977). */
  private double[] yearEffects() {
    double[] deviation = new double[y.length];
    for (int series = 0; series < cells.seriesCount(); series++) {
      int from = cells.start(series);
      int to = cells.start(series + 1);
      double middle = Median.of(Arrays.copyOfRange(y, from, to));
      for (int i = from; i < to; i++) {
        deviation[i] = y[i] - middle;
      }
    }
    return commonTo(deviation);
  }

  /** The median of each year, 0 where it has too few values; by cell. */
  private double[] commonTo(double[] values) {
    double[] out = new double[values.length];
    for (int[] section : cells.crossSections()) {
      double[] peers = chosen(values, section);
      double median = known(peers) >= FEWEST_PEERS ? Median.of(peers) : 0;
      for (int i : section) {
        out[i] = median;
      }
    }
    return out;
  }

  /**
   * The median of the slopes between all pairs of years (Theil 1950, Sen 1968); up to 29 % of the
   * years can be wrong without spoiling it. 0 with fewer than two.
   */
  private double slope(int from, int to) {
    double[] slopes = new double[(to - from) * (to - from - 1) / 2];
    int n = 0;
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < to; j++) {
        slopes[n++] = (z(j) - z(i)) / (cells.year(j) - cells.year(i));
      }
    }
    double median = Median.of(slopes);
    return Double.isNaN(median) ? 0 : median;
  }

  /** The median of what the years around a cell lead one to expect, each by the trend. */
  private double continued(int cell, int from, int to, double slope) {
    int year = cells.year(cell);
    double[] others = new double[2 * REACH];
    int n = 0;
    for (int i = from; i < to; i++) {
      int years = year - cells.year(i);
      if (years != 0 && Math.abs(years) <= REACH && !Double.isNaN(y[i])) {
        others[n++] = z(i) + slope * years;
      }
    }
    return n < FEWEST ? Double.NaN : Median.of(Arrays.copyOf(others, n)) + effects[cell];
  }

  /** Centres the residuals of each year. */
  private void centre() {
    double[] centres = commonTo(filled(i -> y[i] - expected[i]));
    for (int i = 0; i < expected.length; i++) {
      expected[i] += centres[i];
    }
  }

  /**
   * The widest of three spreads: of the indicator, of the series, and of the year, so that neither
   * a restless series nor a census year is suspect as a whole.
   */
  private double[] spreads(double[] restlessness) {
    double[] sizes = sizes(0, y.length);
    double ofAll = Median.of(sizes);
    double[] out = new double[y.length];
    for (int[] section : cells.crossSections()) {
      double ofYear = Median.of(chosen(sizes, section));
      for (int i : section) {
        double widest = larger(larger(ofAll, ofYear), restlessness[i]);
        out[i] = isLog ? larger(widest * MAD, LEAST_SPREAD) : widest * (2 * MAD);
      }
    }
    return out;
  }

  private double[] sizes(int from, int to) {
    double[] out = new double[to - from];
    for (int i = from; i < to; i++) {
      out[i - from] = Math.abs(y[i] - expected[i]);
    }
    return out;
  }

  private double[] filled(IntToDoubleFunction of) {
    double[] out = new double[cells.size()];
    Arrays.setAll(out, of);
    return out;
  }

  /** How many values are known. */
  static long known(double[] values) {
    return Arrays.stream(values).filter(x -> !Double.isNaN(x)).count();
  }

  /** The values of some cells. */
  private static double[] chosen(double[] values, int[] cells) {
    return Arrays.stream(cells).mapToDouble(i -> values[i]).toArray();
  }

  /** The larger of two numbers, or the one that is known. */
  private static double larger(double one, double other) {
    return one >= other || Double.isNaN(other) ? one : other;
  }

  private static double positiveShare(IndicatorCells cells) {
    long positive = IntStream.range(0, cells.size()).filter(i -> cells.value(i) > 0).count();
    return (double) positive / cells.size();
  }
}
