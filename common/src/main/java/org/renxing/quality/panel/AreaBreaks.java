package org.renxing.quality.panel;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.renxing.model.SuspectKind;
import org.renxing.territory.Move;

/**
 * Areas that jump, whether they return or stay, where no move of territory explains it.
 *
 * <p>Steps of the logarithm from year to year are set against the median step of the year and of
 * the series. The years between two explained steps are about one territory; its level is the one
 * that most of its years have, and years at another level are suspect.
 */
public final class AreaBreaks implements PanelCheck {
  private static final long serialVersionUID = 1L;
  private static final int FEWEST_PEERS = 8;
  private static final int FEWEST_AT_HOME = 3;
  private static final double MAD = 1.4826;

  /** Rounding of two figures, in units of their last place. */
  private static final double ROUNDING = 1.5;

  private static final double OF_BREAK = 0.8;

  /** Where two levels hold equally long, it is a guess which one is wrong. */
  private static final double OF_GUESS = 0.6;

  private final String code;
  private final double limit;
  private final double leastStep;
  private final HashMap<String, ArrayList<Change>> changes = new HashMap<>();

  /** A change of a unit's territory; sign is 1 where it grew. */
  private record Change(int year, int sign) implements java.io.Serializable {}

  /**
   * A check of one area.
   *
   * @param limit robust standard deviations of the steps
   * @param leastStep smaller shares of change are never suspect
   * @param moves of territory
   */
  public AreaBreaks(String code, double limit, double leastStep, List<Move> moves) {
    this.code = code;
    this.limit = limit;
    this.leastStep = leastStep;
    for (Move move : moves) {
      changes.computeIfAbsent(move.from(), u -> new ArrayList<>()).add(new Change(move.year(), -1));
      changes.computeIfAbsent(move.to(), u -> new ArrayList<>()).add(new Change(move.year(), 1));
    }
  }

  @Override
  public Set<String> codes() {
    return Set.of(code);
  }

  @Override
  public List<DoubtfulFigure> judge(PanelFigures figures) {
    double[][] y = new double[figures.units().size()][];
    for (int i = 0; i < y.length; i++) {
      y[i] = Steps.logs(figures.series(code, i));
    }
    removeYears(y);
    double[][] steps = new double[y.length][];
    for (int i = 0; i < y.length; i++) {
      steps[i] = steps(y[i]);
    }
    double ofAll = medianSize(steps);
    List<DoubtfulFigure> out = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      double spread = MAD * Math.max(ofAll, medianSize(new double[][] {steps[i]}));
      double threshold = Math.max(limit * spread, Math.log1p(leastStep));
      out.addAll(ofUnit(figures, i, steps[i], threshold));
    }
    return out;
  }

  /** Takes off what moves most units in a year, such as a new survey of the whole country. */
  private static void removeYears(double[][] y) {
    int years = y.length == 0 ? 0 : y[0].length;
    double sum = 0;
    double[] effects = new double[years];
    for (int t = 1; t < years; t++) {
      int place = t;
      double[] rates =
          Arrays.stream(y)
              .mapToDouble(series -> series[place] - series[place - 1])
              .filter(step -> !Double.isNaN(step))
              .toArray();
      sum += rates.length >= FEWEST_PEERS ? Median.of(rates) : 0;
      effects[t] = sum;
    }
    for (double[] series : y) {
      for (int t = 0; t < years; t++) {
        series[t] -= effects[t];
      }
    }
  }

  /** The step that leads to each year; NaN where there is no year before. */
  private static double[] steps(double[] y) {
    double typical = Steps.typical(y);
    double[] out = new double[y.length];
    for (int t = 0; t < y.length; t++) {
      int from = Double.isNaN(y[t]) ? -1 : Steps.before(y, t);
      out[t] = from < 0 ? Double.NaN : Steps.excess(y, from, t, typical);
    }
    return out;
  }

  private static double medianSize(double[][] steps) {
    double[] sizes = Arrays.stream(steps).flatMapToDouble(Arrays::stream).map(Math::abs).toArray();
    double out = Median.of(sizes);
    return Double.isNaN(out) ? 0 : out;
  }

  /** The years of a unit that are not at the level of their territory. */
  private List<DoubtfulFigure> ofUnit(
      PanelFigures figures, int unit, double[] steps, double threshold) {
    double[] x = figures.series(code, unit);
    List<DoubtfulFigure> out = new ArrayList<>();
    List<Integer> territory = new ArrayList<>();
    double[] levels = new double[x.length];
    double level = 0;
    int from = -1;
    for (int t = 0; t < x.length; t++) {
      if (!(x[t] > 0)) {
        continue;
      }
      if (from >= 0 && Math.abs(steps[t]) >= threshold + rounding(x[from], x[t])) {
        if (isExplained(figures, unit, from, t, steps[t])) {
          out.addAll(ofTerritory(figures, unit, territory, levels, threshold));
          territory.clear();
          level = 0;
        } else {
          level += steps[t];
        }
      }
      levels[t] = level;
      territory.add(t);
      from = t;
    }
    out.addAll(ofTerritory(figures, unit, territory, levels, threshold));
    return out;
  }

  private static double rounding(double one, double other) {
    double place = Math.max(Printed.lastPlace(one), Printed.lastPlace(other));
    return Math.log1p(ROUNDING * place / Math.min(one, other));
  }

  /** Yearbooks follow a move in its year or in the next, and some restate the year before. */
  private boolean isExplained(PanelFigures figures, int unit, int from, int to, double step) {
    List<Change> own = changes.getOrDefault(figures.units().get(unit), new ArrayList<>());
    return own.stream()
        .anyMatch(
            change ->
                change.sign() * step > 0
                    && change.year() >= figures.year(from)
                    && change.year() <= figures.year(to) + 1);
  }

  private List<DoubtfulFigure> ofTerritory(
      PanelFigures figures, int unit, List<Integer> years, double[] levels, double threshold) {
    Map<Integer, Integer> votes = new HashMap<>();
    for (int t : years) {
      votes.put(t, (int) years.stream().filter(s -> isLike(levels, t, s, threshold)).count());
    }
    int most = votes.values().stream().mapToInt(n -> n).max().orElse(0);
    if (most < FEWEST_AT_HOME) {
      return List.of();
    }
    int home = home(years, levels, threshold, votes, most);
    List<DoubtfulFigure> out = new ArrayList<>();
    for (int t : years) {
      double off = levels[t] - levels[home];
      if (Math.abs(off) >= threshold) {
        out.add(doubt(figures, unit, t, off, threshold, votes.get(t) == most, home));
      }
    }
    return out;
  }

  /** The year in the middle of the level that most years are near; the first such level of two. */
  private static int home(
      List<Integer> years,
      double[] levels,
      double threshold,
      Map<Integer, Integer> votes,
      int most) {
    int first = years.stream().filter(t -> votes.get(t) == most).findFirst().orElseThrow();
    List<Integer> near = years.stream().filter(t -> isLike(levels, first, t, threshold)).toList();
    double middle = Median.of(near.stream().mapToDouble(t -> levels[t]).toArray());
    return near.stream().min(comparingDouble(t -> Math.abs(levels[t] - middle))).orElseThrow();
  }

  private static boolean isLike(double[] levels, int one, int other, double threshold) {
    return Math.abs(levels[one] - levels[other]) < threshold;
  }

  private DoubtfulFigure doubt(
      PanelFigures figures,
      int unit,
      int year,
      double off,
      double threshold,
      boolean isTie,
      int home) {
    double x = figures.value(code, unit, year);
    double expected = x * Math.exp(-off);
    double sure = (1 - threshold / (2 * Math.abs(off))) * OF_BREAK * (isTie ? OF_GUESS : 1);
    String evidence =
        String.format(
            Locale.ROOT,
            "%.6g; at the level of %d (%.6g) it would be %.6g; no move of territory of the unit"
                + " explains a change of %.1f %%, limit %.1f %%%s",
            x,
            figures.year(home),
            figures.value(code, unit, home),
            expected,
            100 * Math.expm1(off),
            100 * Math.expm1(threshold),
            isTie ? "; both levels hold equally long" : "");
    return new DoubtfulFigure(
        code,
        unit,
        year,
        SuspectKind.LEVEL_BREAK,
        expected * Math.exp(-threshold),
        expected * Math.exp(threshold),
        sure,
        evidence);
  }
}
