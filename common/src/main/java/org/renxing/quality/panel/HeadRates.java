package org.renxing.quality.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.renxing.model.PerHead;
import org.renxing.model.SuspectKind;

/**
 * A rate per head that neither of the populations explains by which its total may be divided, at
 * the end of the year or in its middle.
 *
 * <p>Of each unit and year, the gap is ln(rate · heads · factor / total) of the population that
 * fits best. The first population is the one that the rate is about: if it is there, gaps beyond
 * the tolerance are suspect. If only others are there, a gap that holds in all years is a
 * difference of concept, and only departures from it are. Years whose gap begins or ends at once
 * are suspect from half the tolerance on; a gap that grows year by year is a revision of one side.
 */
public final class HeadRates implements PanelCheck {
  private static final long serialVersionUID = 1L;
  private static final int FEWEST_OF_CONCEPT = 4;
  private static final double OF_SUDDEN = 0.5;

  /** Without the year before, the population in the middle of the year is not known. */
  private static final double WITHOUT_MIDDLE = 1.5;

  /** Where no figure stands out, it is a guess which one is wrong. */
  private static final double OF_GUESS = 0.6;

  private final PerHead rule;

  public HeadRates(PerHead rule) {
    this.rule = rule;
  }

  @Override
  public Set<String> codes() {
    Set<String> out = new TreeSet<>(rule.heads());
    out.add(rule.rate());
    out.add(rule.total());
    return out;
  }

  @Override
  public List<DoubtfulFigure> judge(PanelFigures figures) {
    List<DoubtfulFigure> out = new ArrayList<>();
    for (int i = 0; i < figures.units().size(); i++) {
      out.addAll(new OfUnit(figures, i).doubts());
    }
    return out;
  }

  /** The gaps of one unit. */
  private final class OfUnit {
    private final PanelFigures figures;
    private final int unit;
    private final double[] rate;
    private final double[] total;
    private final double[] gap;
    private final int[] head;
    private final boolean[] isPrimary;
    private final double[] tolerance;

    OfUnit(PanelFigures figures, int unit) {
      this.figures = figures;
      this.unit = unit;
      int years = figures.years();
      rate = Steps.logs(figures.series(rule.rate(), unit));
      total = Steps.logs(figures.series(rule.total(), unit));
      gap = new double[years];
      head = new int[years];
      isPrimary = new boolean[years];
      tolerance = new double[years];
      for (int t = 0; t < years; t++) {
        fit(t);
      }
      takeConceptOff();
    }

    private double[] heads(int k) {
      return figures.series(rule.heads().get(k), unit);
    }

    /** Finds the population, and the time of it, that comes nearest. */
    private void fit(int t) {
      gap[t] = Double.NaN;
      boolean hasMiddle = false;
      for (int k = 0; k < rule.heads().size(); k++) {
        double[] people = heads(k);
        double end = people[t];
        double before = t > 0 ? people[t - 1] : Double.NaN;
        double nearest = nearest(t, end, (before + end) / 2);
        if (!Double.isNaN(nearest) && !(Math.abs(nearest) >= Math.abs(gap[t]))) {
          gap[t] = nearest;
          head[t] = k;
        }
        hasMiddle |= !Double.isNaN(before + end);
        isPrimary[t] |= k == 0 && end > 0;
      }
      tolerance[t] = rule.tolerance() * (hasMiddle ? 1 : WITHOUT_MIDDLE);
    }

    /** The smaller gap of the two populations; NaN where it is not known. */
    private double nearest(int t, double end, double middle) {
      double one = gap(t, end);
      double other = gap(t, middle);
      return Math.abs(other) < Math.abs(one) || Double.isNaN(one) ? other : one;
    }

    private double gap(int t, double people) {
      return people > 0
          ? rate[t] + Math.log(people) + Math.log(rule.factor()) - total[t]
          : Double.NaN;
    }

    /** Years without the first population are judged by what another one usually makes of it. */
    private void takeConceptOff() {
      for (int k = 1; k < rule.heads().size(); k++) {
        double[] people = heads(k);
        double[] gaps = new double[gap.length];
        for (int t = 0; t < gaps.length; t++) {
          gaps[t] = nearest(t, people[t], t > 0 ? (people[t - 1] + people[t]) / 2 : Double.NaN);
        }
        long n = Arrays.stream(gaps).filter(g -> !Double.isNaN(g)).count();
        double usual = n < FEWEST_OF_CONCEPT ? Double.NaN : Median.of(gaps);
        for (int t = 0; t < gaps.length; t++) {
          if (!isPrimary[t] && head[t] == k) {
            gap[t] = gaps[t] - usual;
          }
        }
      }
    }

    /** Runs of years with a gap; those that are wide or begin or end at once are named. */
    List<DoubtfulFigure> doubts() {
      List<DoubtfulFigure> out = new ArrayList<>();
      int t = 0;
      while (t < gap.length) {
        int to = t;
        while (to < gap.length && isOpen(to, gap[t])) {
          to++;
        }
        if (to > t) {
          out.addAll(ofRun(t, to - 1));
        }
        t = Math.max(to, t + 1);
      }
      return out;
    }

    private boolean isOpen(int t, double like) {
      return Math.abs(gap[t]) > OF_SUDDEN * tolerance[t] && gap[t] * like > 0;
    }

    private List<DoubtfulFigure> ofRun(int from, int to) {
      List<DoubtfulFigure> out = new ArrayList<>();
      String wrong = wrong(from, to);
      boolean isSudden = isSudden(from, to) && !wrong.isEmpty();
      for (int t = from; t <= to; t++) {
        if (isSudden || Math.abs(gap[t]) > tolerance[t]) {
          out.add(doubt(t, wrong));
        }
      }
      return out;
    }

    /**
     * Whether the gap opens, or closes, by more than half the tolerance from one year to another.
     */
    private boolean isSudden(int from, int to) {
      int before = Steps.before(gap, from);
      int after = Steps.after(gap, to);
      boolean isOpened =
          before >= 0 && Math.abs(gap[from] - gap[before]) > OF_SUDDEN * tolerance[from];
      boolean isClosed = after >= 0 && Math.abs(gap[to] - gap[after]) > OF_SUDDEN * tolerance[to];
      return before < 0 ? isClosed : isOpened && (after < 0 || isClosed);
    }

    /**
     * The figure whose series jumps most where the gap opens or closes, in the direction that opens
     * or closes it for the population that fits outside; empty if none stands out.
     */
    private String wrong(int from, int to) {
      int outside = head[outside(from, to)];
      boolean isThere = heads(outside)[from] > 0;
      outside = isThere ? outside : head[from];
      double[] heads = heads(outside);
      double sign = Math.signum(isThere ? gap(from, heads[from]) : gap[from]);
      double[] people = Steps.logs(heads);
      double[] jumps = {
        jump(rate, from, to, sign), jump(total, from, to, -sign), jump(people, from, to, sign)
      };
      String[] codes = {rule.rate(), rule.total(), rule.heads().get(outside)};
      int most = 0;
      for (int k = 1; k < jumps.length; k++) {
        most = jumps[k] > jumps[most] ? k : most;
      }
      return jumps[most] > OF_SUDDEN * rule.tolerance() ? codes[most] : "";
    }

    /** The year before a run, else the one after it, else its first. */
    private int outside(int from, int to) {
      int before = Steps.before(gap, from);
      int after = Steps.after(gap, to);
      return before >= 0 ? before : after >= 0 ? after : from;
    }

    private double jump(double[] y, int from, int to, double sign) {
      double typical = Steps.typical(y);
      int before = Steps.before(y, from);
      int after = Steps.after(y, to);
      double opens = before < 0 ? Double.NaN : sign * Steps.excess(y, before, from, typical);
      double closes = after < 0 ? Double.NaN : -sign * Steps.excess(y, to, after, typical);
      return Math.max(known(opens), known(closes));
    }

    private static double known(double jump) {
      return Double.isNaN(jump) ? 0 : jump;
    }

    private DoubtfulFigure doubt(int t, String wrong) {
      String code = wrong.isEmpty() || !(figures.value(wrong, unit, t) > 0) ? rule.rate() : wrong;
      double x = figures.value(code, unit, t);
      double expected = x * Math.exp(code.equals(rule.total()) ? gap[t] : -gap[t]);
      double reach = Math.exp(tolerance[t]);
      double sure = 1 - OF_SUDDEN * tolerance[t] / (2 * Math.abs(gap[t]));
      String people = rule.heads().get(head[t]);
      String evidence =
          String.format(
              Locale.ROOT,
              "%s: %s %.6g, %s %.6g, %s %.6g (that fits best, at the end or in the middle of the"
                  + " year); rate times heads by total %.3f, allowed %.3f to %.3f",
              rule.id(),
              rule.rate(),
              figures.value(rule.rate(), unit, t),
              rule.total(),
              figures.value(rule.total(), unit, t),
              people,
              figures.value(people, unit, t),
              Math.exp(gap[t]),
              1 / reach,
              reach);
      return new DoubtfulFigure(
          code,
          unit,
          t,
          SuspectKind.IDENTITY,
          expected / reach,
          expected * reach,
          sure * (wrong.isEmpty() ? OF_GUESS : 1),
          evidence);
    }
  }
}
