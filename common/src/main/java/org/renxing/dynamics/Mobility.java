package org.renxing.dynamics;

import org.renxing.measure.MeasurePanel;

/** Each unit from its first year with a value to its last: growth and rank. */
public final class Mobility {
  private final MeasurePanel panel;
  private final int[][] ranks;

  Mobility(MeasurePanel panel) {
    this.panel = panel;
    this.ranks = new int[panel.yearCount()][];
    for (int t = 0; t < ranks.length; t++) {
      double[] values = new double[panel.units().size()];
      for (int u = 0; u < values.length; u++) {
        values[u] = panel.value(u, t);
      }
      ranks[t] = Ties.ranks(values);
    }
  }

  /** The place of the unit's first year with a value. */
  public int first(int unit) {
    int t = 0;
    while (!panel.has(unit, t)) {
      t++;
    }
    return t;
  }

  /** The place of the unit's last year with a value. */
  public int last(int unit) {
    int t = panel.yearCount() - 1;
    while (!panel.has(unit, t)) {
      t--;
    }
    return t;
  }

  /** The unit's rank in a year: dense, 1 for the highest, ties at 12 significant digits. */
  public int rank(int unit, int t) {
    return ranks[t][unit];
  }

  /** x_L/x_F − 1; NaN unless x_F is above 0 and the unit has two years. */
  public double growth(int unit) {
    double before = panel.value(unit, first(unit));
    double after = panel.value(unit, last(unit));
    return before > 0 && first(unit) < last(unit) ? after / before - 1 : Double.NaN;
  }

  /** (x_L/x_F)^(1/(L − F)) − 1; NaN where growth is, and for x_L below 0. */
  public double annualGrowth(int unit) {
    double ratio = growth(unit) + 1;
    int span = panel.year(last(unit)) - panel.year(first(unit));
    return ratio >= 0 ? Math.pow(ratio, 1.0 / span) - 1 : Double.NaN;
  }
}
