package org.renxing.dynamics;

import java.util.ArrayList;
import java.util.List;
import org.renxing.measure.MeasurePanel;

/**
 * What happens to a unit's value over the years.
 *
 * <ul>
 *   <li>{@code peak}, {@code trough}: turning points. The series is smoothed by means of three
 *       consecutive years; where its differences change sign the year before is a turning point, on
 *       a level stretch the first year of it. Differences within 1e-12 of the largest value are 0.
 *       A missing year breaks the series, and the smoothed one lacks its first and last year.
 *   <li>{@code class_up}, {@code class_down}: the class is another than in the last year before
 *       that has a value.
 *   <li>{@code above_mean}, {@code below_mean}: the value comes to lie above the mean of the year's
 *       values, or no longer does.
 * </ul>
 */
public final class Course {
  private static final double NOISE = 1e-12;

  private final MeasurePanel panel;
  private final Classes classes;
  private final int step;
  private final double[] means;

  Course(MeasurePanel panel, Classes classes, int step) {
    this.panel = panel;
    this.classes = classes;
    this.step = step;
    this.means = new double[panel.yearCount()];
    for (int t = 0; t < means.length; t++) {
      int[] present = panel.present(t);
      double sum = 0;
      for (int u : present) {
        sum += panel.value(u, t);
      }
      means[t] = sum / present.length;
    }
  }

  /**
   * Something that happened.
   *
   * @param t place of the year
   * @param from place of the class before; −1 unless the class changed
   */
  public record Event(int t, String kind, int from) {
    /** Whether the event is a peak or a trough. */
    public boolean isTurn() {
      return kind.equals("peak") || kind.equals("trough");
    }
  }

  /** The events of a unit, by kind and then year. */
  public List<Event> events(int unit) {
    List<Event> out = new ArrayList<>();
    addTurns(unit, out);
    addCrossings(unit, out);
    return out;
  }

  private void addCrossings(int unit, List<Event> out) {
    int before = -1;
    for (int t = 0; t < panel.yearCount(); t++) {
      if (!panel.has(unit, t)) {
        continue;
      }
      if (before >= 0) {
        int from = classes.of(panel.value(unit, before));
        int to = classes.of(panel.value(unit, t));
        if (from != to) {
          out.add(new Event(t, to > from ? "class_up" : "class_down", from));
        }
        if (isAbove(unit, t) != isAbove(unit, before)) {
          out.add(new Event(t, isAbove(unit, t) ? "above_mean" : "below_mean", -1));
        }
      }
      before = t;
    }
  }

  private boolean isAbove(int unit, int t) {
    return panel.value(unit, t) > means[t] + NOISE * Math.abs(means[t]);
  }

  private void addTurns(int unit, List<Event> out) {
    double noise = noise(unit);
    int direction = 0;
    int turn = -1; // where the smoothed series last stopped going in that direction
    for (int t = 0; t < panel.yearCount(); t++) {
      if (!isSmooth(unit, t) || !isSmooth(unit, t - 1)) {
        direction = 0;
        turn = -1;
        continue;
      }
      // of two neighbouring means of three, all but the ends cancel
      double change = panel.value(unit, t + 1) - panel.value(unit, t - 2);
      int sign = Math.abs(change) <= noise ? 0 : change > 0 ? 1 : -1;
      if (sign == 0) {
        turn = turn < 0 ? t - 1 : turn;
        continue;
      }
      if (direction != 0 && sign != direction) {
        out.add(new Event(turn < 0 ? t - 1 : turn, sign < 0 ? "peak" : "trough", -1));
      }
      direction = sign;
      turn = -1;
    }
  }

  /** Whether the year and its two neighbours have values. */
  private boolean isSmooth(int unit, int t) {
    return t >= 1
        && t + 1 < panel.yearCount()
        && panel.year(t + 1) - panel.year(t - 1) == 2 * step
        && panel.has(unit, t - 1)
        && panel.has(unit, t)
        && panel.has(unit, t + 1);
  }

  private double noise(int unit) {
    double largest = 0;
    for (int t = 0; t < panel.yearCount(); t++) {
      largest = panel.has(unit, t) ? Math.max(largest, Math.abs(panel.value(unit, t))) : largest;
    }
    return NOISE * largest;
  }
}
