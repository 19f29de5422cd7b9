package org.renxing.quality.panel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.renxing.model.SuspectKind;

/**
 * Figures that two indicators share to the last digit, though they count different things.
 *
 * <p>Two indicators that cannot be equal, such as residents and registered persons, may be printed
 * to different decimals: they share a figure if the finer one rounds to the coarser one. How often
 * that happens by chance is read off the near misses. Of other indicators of one dimension only
 * figures of many digits count, and only where the two hardly ever meet.
 */
public final class SharedFigures implements PanelCheck {
  private static final long serialVersionUID = 1L;

  /** Digits of a figure that indicators which cannot be equal share. */
  private static final int FEWEST_DIGITS = 4;

  /** The same, where years or units beside it share theirs. */
  private static final int FEWEST_WITH_SUPPORT = 3;

  /** Digits of a figure that any two indicators share. */
  private static final int DIGITS_OF_ANY = 5;

  /** Largest share of common cells in which two indicators meet that hardly ever do. */
  private static final double RARE = 0.005;

  /** Indicators that meet in more of their common cells are one statistic. */
  private static final double SAME_STATISTIC = 0.5;

  /** Largest expected share of chance among shared figures of as many digits. */
  private static final double MOST_CHANCE = 0.2;

  private static final int NEIGHBOURS = 5;
  private static final int FEWEST_AROUND = 3;
  private static final double SURE_OF_ANY = 0.7;
  private static final double MOST = 0.95;

  /** Where nothing tells which of the two is wrong, both are named. */
  private static final double OF_GUESS = 0.6;

  private final String first;
  private final String second;
  private final boolean isDistinct;

  /**
   * A check of two indicators.
   *
   * @param isDistinct whether they are known to count different things
   */
  public SharedFigures(String first, String second, boolean isDistinct) {
    this.first = first;
    this.second = second;
    this.isDistinct = isDistinct;
  }

  @Override
  public Set<String> codes() {
    return new TreeSet<>(List.of(first, second));
  }

  @Override
  public List<DoubtfulFigure> judge(PanelFigures figures) {
    double[][] confidence =
        isDistinct ? ofDistinct(Meetings.of(figures, first, second)) : ofAny(figures);
    WrongOfTwo wrong = WrongOfTwo.of(figures, first, second, confidence);
    List<DoubtfulFigure> out = new ArrayList<>();
    for (int i = 0; i < confidence.length; i++) {
      for (int t = 0; t < figures.years(); t++) {
        if (confidence[i][t] > 0) {
          int which = wrong.of(i, t);
          if (which <= 0) {
            out.add(doubt(figures, i, t, first, second, confidence[i][t], which));
          }
          if (which >= 0) {
            out.add(doubt(figures, i, t, second, first, confidence[i][t], which));
          }
        }
      }
    }
    return out;
  }

  private static DoubtfulFigure doubt(
      PanelFigures figures,
      int unit,
      int year,
      String code,
      String other,
      double confidence,
      int which) {
    double x = figures.value(code, unit, year);
    String text =
        Printed.of(x).toPlainString()
            + " is also the figure of "
            + other
            + (which == 0
                ? "; nothing tells which of the two is wrong"
                : "; " + other + " continues its series there");
    return new DoubtfulFigure(
        code,
        unit,
        year,
        SuspectKind.SHARED,
        Double.NaN,
        Double.NaN,
        confidence * (which == 0 ? OF_GUESS : 1),
        text);
  }

  /** Confidence of each shared figure of indicators that cannot be equal; 0 for none. */
  private static double[][] ofDistinct(Meetings meetings) {
    double[][] out = new double[meetings.units()][meetings.years()];
    if (meetings.shared() > SAME_STATISTIC * meetings.common()) {
      return out;
    }
    meetings.forEach(
        (i, t) -> {
          double chance = meetings.chance(meetings.digits(i, t));
          if (meetings.digits(i, t) >= FEWEST_DIGITS && chance <= MOST_CHANCE) {
            out[i][t] = Math.min(MOST, 1 - chance);
          }
        });
    double[][] alone = copy(out);
    meetings.forEach(
        (i, t) -> {
          if (out[i][t] == 0 && isSupported(meetings, alone, i, t)) {
            out[i][t] = 1 - MOST_CHANCE;
          }
        });
    return out;
  }

  /** Whether years or units beside it share theirs, so that fewer digits tell. */
  private static boolean isSupported(Meetings meetings, double[][] alone, int unit, int year) {
    boolean isBefore = isShared(alone, unit, year - 1);
    boolean isAfter = isShared(alone, unit, year + 1);
    int digits = meetings.digits(unit, year);
    if (digits < FEWEST_WITH_SUPPORT) {
      return digits == FEWEST_WITH_SUPPORT - 1 && isBefore && isAfter;
    }
    return isBefore || isAfter || isSharedAround(meetings, alone, unit, year);
  }

  /** Whether most of the units beside it that have both figures share them. */
  private static boolean isSharedAround(Meetings meetings, double[][] alone, int unit, int year) {
    int n = 0;
    int common = 0;
    for (int i = unit - NEIGHBOURS; i <= unit + NEIGHBOURS; i++) {
      if (i != unit && i >= 0 && i < alone.length) {
        n += isShared(alone, i, year) ? 1 : 0;
        common += meetings.isCommon(i, year) ? 1 : 0;
      }
    }
    return n >= FEWEST_AROUND && 2 * n > common;
  }

  private static boolean isShared(double[][] alone, int unit, int year) {
    return unit >= 0
        && unit < alone.length
        && year >= 0
        && year < alone[unit].length
        && alone[unit][year] > 0;
  }

  private static double[][] copy(double[][] values) {
    double[][] out = new double[values.length][];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i].clone();
    }
    return out;
  }

  /** Confidence of each shared figure of any two indicators; 0 for none. */
  private double[][] ofAny(PanelFigures figures) {
    int units = figures.units().size();
    double[][] out = new double[units][figures.years()];
    int common = 0;
    int shared = 0;
    for (int i = 0; i < units; i++) {
      int commonOfUnit = 0;
      int sharedOfUnit = 0;
      double[] a = figures.series(first, i);
      double[] b = figures.series(second, i);
      for (int t = 0; t < figures.years(); t++) {
        commonOfUnit += Double.isNaN(a[t] + b[t]) ? 0 : 1;
        if (isClose(a[t], b[t]) && a[t] != 0) {
          BigDecimal printed = Printed.of(a[t]);
          sharedOfUnit += printed.compareTo(Printed.of(b[t])) == 0 ? 1 : 0;
          out[i][t] =
              printed.compareTo(Printed.of(b[t])) == 0 && Printed.digits(printed) >= DIGITS_OF_ANY
                  ? SURE_OF_ANY
                  : 0;
        }
      }
      common += commonOfUnit;
      shared += sharedOfUnit;
      if (sharedOfUnit > 1 && 2 * sharedOfUnit >= commonOfUnit) {
        out[i] = new double[figures.years()]; // where a part is the whole, it is so each year
      }
    }
    return shared <= Math.max(1, RARE * common) ? out : new double[units][figures.years()];
  }

  /** Whether two figures are equal but for the rounding of a conversion. */
  static boolean isClose(double a, double b) {
    return Math.abs(a - b) <= 1e-9 * Math.abs(a);
  }
}
