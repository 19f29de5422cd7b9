package org.renxing.dynamics;

import java.util.ArrayList;
import java.util.List;
import org.renxing.measure.MeasurePanel;

/**
 * Moves of units between classes, from a year to the next of the scenario. A unit that lacks a
 * value in one of the two makes none. Only classes that hold a value count, upwards.
 */
public final class Transitions {
  private final Classes classes;
  private final List<Integer> seen = new ArrayList<>();
  private final long[] values;
  private final long[] atFirst;
  private final long[] atLast;
  private final long[][] moves;

  /**
   * Counts.
   *
   * @param step calendar years from a year to the next
   */
  Transitions(MeasurePanel panel, Classes classes, int step) {
    this.classes = classes;
    int k = classes.count();
    values = new long[k];
    atFirst = new long[k];
    atLast = new long[k];
    moves = new long[k][k];
    int last = panel.yearCount() - 1;
    for (int u = 0; u < panel.units().size(); u++) {
      for (int t = 0; t <= last; t++) {
        if (panel.has(u, t)) {
          int to = classes.of(panel.value(u, t));
          values[to]++;
          atFirst[to] += t == 0 ? 1 : 0;
          atLast[to] += t == last ? 1 : 0;
          if (t > 0 && panel.has(u, t - 1) && panel.year(t) - panel.year(t - 1) == step) {
            moves[classes.of(panel.value(u, t - 1))][to]++;
          }
        }
      }
    }
    for (int c = 0; c < k; c++) {
      if (values[c] > 0) {
        seen.add(c);
      }
    }
  }

  /** The classes. */
  public Classes classes() {
    return classes;
  }

  /** Places of the classes that hold a value, upwards. */
  public List<Integer> seen() {
    return List.copyOf(seen);
  }

  /** How often a unit moved from a class to another, or stayed in it. */
  public long moves(int from, int to) {
    return moves[from][to];
  }

  /** The share of the moves from a class that lead to another; NaN where none leads from it. */
  public double probability(int from, int to) {
    long all = 0;
    for (long n : moves[from]) {
      all += n;
    }
    return all == 0 ? Double.NaN : moves[from][to] / (double) all;
  }

  /** Unit-years in a class. */
  public long values(int place) {
    return values[place];
  }

  /** The share of the units of the first year that are in a class. */
  public double shareAtFirst(int place) {
    return share(atFirst, place);
  }

  /** The share of the units of the last year that are in a class. */
  public double shareAtLast(int place) {
    return share(atLast, place);
  }

  /** The steady state of the classes that hold a value, in their order. */
  public SteadyState steadyState() {
    double[][] p = new double[seen.size()][seen.size()];
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < p.length; j++) {
        p[i][j] = probability(seen.get(i), seen.get(j));
      }
    }
    return SteadyState.of(p);
  }

  private static double share(long[] counts, int place) {
    long all = 0;
    for (long n : counts) {
      all += n;
    }
    return counts[place] / (double) all;
  }
}
