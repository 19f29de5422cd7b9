package org.renxing.quality.panel;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of two indicators holds the other's figure: the one whose series jumps where the shared
 * years begin or end. Where neither does, the units beside it in the same years tell, if they do.
 */
final class WrongOfTwo {
  /** Smaller jumps tell nothing. */
  private static final double LEAST_JUMP = 0.02;

  /** How much the jump of one exceeds that of the other. */
  private static final double CLEAR = 2;

  /** Units to either side, in order of codes, that are asked. */
  private static final int NEIGHBOURS = 10;

  private static final int FEWEST_VOTES = 2;
  private static final double MAJORITY = 2.0 / 3;

  /** -1 where the first is wrong, 1 where the second is, 0 where nothing tells. */
  private final int[][] wrong;

  private record Run(int unit, int from, int to) {}

  private WrongOfTwo(int units, int years) {
    wrong = new int[units][years];
  }

  /**
   * Decides each cell.
   *
   * @param shared by unit and year; above 0 where the figure is shared
   */
  static WrongOfTwo of(PanelFigures figures, String first, String second, double[][] shared) {
    WrongOfTwo out = new WrongOfTwo(shared.length, figures.years());
    List<Run> open = new ArrayList<>();
    for (Run run : runs(shared)) {
      double[] a = Steps.logs(figures.series(first, run.unit()));
      double[] b = Steps.logs(figures.series(second, run.unit()));
      int which = byJumps(a, b, run);
      if (which == 0) {
        open.add(run);
      } else {
        out.set(run, which);
      }
    }
    List<Integer> votes = open.stream().map(out::byNeighbours).toList();
    for (int i = 0; i < votes.size(); i++) {
      out.set(open.get(i), votes.get(i));
    }
    return out;
  }

  /** -1 where the first is wrong, 1 where the second is, 0 where nothing tells. */
  int of(int unit, int year) {
    return wrong[unit][year];
  }

  private void set(Run run, int which) {
    for (int t = run.from(); t <= run.to(); t++) {
      wrong[run.unit()][t] = which;
    }
  }

  /** Years of a unit one after the other in which the figure is shared. */
  private static List<Run> runs(double[][] shared) {
    List<Run> out = new ArrayList<>();
    for (int i = 0; i < shared.length; i++) {
      int from = -1;
      for (int t = 0; t < shared[i].length; t++) {
        if (shared[i][t] > 0 && from < 0) {
          from = t;
        }
        if (from >= 0 && (t + 1 == shared[i].length || !(shared[i][t + 1] > 0))) {
          out.add(new Run(i, from, t));
          from = -1;
        }
      }
    }
    return out;
  }

  private static int byJumps(double[] a, double[] b, Run run) {
    double one = jump(a, run);
    double other = jump(b, run);
    if (Math.max(one, other) < LEAST_JUMP) {
      return 0;
    }
    if (one >= CLEAR * other) {
      return -1;
    }
    return other >= CLEAR * one ? 1 : 0;
  }

  /** By how much a series departs from its usual growth where a run begins or ends. */
  private static double jump(double[] y, Run run) {
    double typical = Steps.typical(y);
    int before = Steps.before(y, run.from());
    int after = Steps.after(y, run.to());
    double entry = before < 0 ? 0 : Math.abs(Steps.excess(y, before, run.from(), typical));
    double exit = after < 0 ? 0 : Math.abs(Steps.excess(y, run.to(), after, typical));
    return Math.max(entry, exit);
  }

  private int byNeighbours(Run run) {
    int votes = 0;
    int sum = 0;
    for (int i = run.unit() - NEIGHBOURS; i <= run.unit() + NEIGHBOURS; i++) {
      for (int t = run.from(); i >= 0 && i < wrong.length && t <= run.to(); t++) {
        votes += Math.abs(wrong[i][t]);
        sum += wrong[i][t];
      }
    }
    // a majority of two thirds: (votes + |sum|) / 2 of them agree
    boolean isClear = votes >= FEWEST_VOTES && votes + Math.abs(sum) >= 2 * MAJORITY * votes;
    return isClear ? Integer.signum(sum) : 0;
  }
}
