package org.renxing.quality.panel;

import java.math.BigDecimal;

/** Where two indicators have one figure, and where they nearly do. */
final class Meetings {
  private static final int MOST_DIGITS = 12;

  /** Near misses lie within this many units of the last place. */
  private static final int NEAR = 10;

  /** Figures farther apart are neither; saves the search for their digits. */
  private static final double FAR = 0.2;

  /** Digits of the figure that both share; 0 where they do not. */
  private final int[][] digits;

  private final boolean[][] isCommon;
  private final int years;
  private int common;
  private int shared;
  private final int[] meetings = new int[MOST_DIGITS + 1];
  private final double[] nearMisses = new double[MOST_DIGITS + 1];

  /** What is done with a unit and year. */
  interface Visitor {
    void visit(int unit, int year);
  }

  private Meetings(int units, int years) {
    this.digits = new int[units][years];
    this.isCommon = new boolean[units][years];
    this.years = years;
  }

  static Meetings of(PanelFigures figures, String first, String second) {
    Meetings out = new Meetings(figures.units().size(), figures.years());
    for (int i = 0; i < out.digits.length; i++) {
      double[] a = figures.series(first, i);
      double[] b = figures.series(second, i);
      for (int t = 0; t < out.years; t++) {
        if (!Double.isNaN(a[t] + b[t])) {
          out.common++;
          out.isCommon[i][t] = true;
          if (Math.abs(a[t] - b[t]) <= FAR * Math.abs(a[t]) && a[t] != 0) {
            out.compare(i, t, Printed.of(a[t]), Printed.of(b[t]));
          }
        }
      }
    }
    return out;
  }

  private void compare(int unit, int year, BigDecimal a, BigDecimal b) {
    BigDecimal coarser = Printed.coarser(a, b);
    double distance = Printed.distance(a, b);
    if (distance == 0) {
      digits[unit][year] = Printed.digits(coarser);
      meetings[digits[unit][year]]++;
      shared++;
    } else if (distance <= NEAR) {
      nearMisses[Printed.digits(coarser)]++;
    }
  }

  int units() {
    return digits.length;
  }

  int years() {
    return years;
  }

  /** Cells that both indicators have. */
  int common() {
    return common;
  }

  /** Whether both indicators have a figure there. */
  boolean isCommon(int unit, int year) {
    return isCommon[unit][year];
  }

  /** Cells in which they meet. */
  int shared() {
    return shared;
  }

  /** Digits of the figure that both share. */
  int digits(int unit, int year) {
    return digits[unit][year];
  }

  /** Visits the cells in which the indicators meet. */
  void forEach(Visitor visitor) {
    for (int i = 0; i < digits.length; i++) {
      for (int t = 0; t < years; t++) {
        if (digits[i][t] > 0) {
          visitor.visit(i, t);
        }
      }
    }
  }

  /**
   * The share of chance among shared figures of so many digits: figures that differ by 1, 2, … 10
   * units of the last place to either side are as frequent by chance as those that do not differ.
   * One more near miss than there are is assumed, so that few cells prove little.
   */
  double chance(int digits) {
    return (nearMisses[digits] + 1) / (2 * NEAR) / meetings[digits];
  }
}
