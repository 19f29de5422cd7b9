package org.renxing.resource;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.renxing.model.ResourceRules;
import org.renxing.model.ResourceRules.Verdict;
import org.renxing.model.Statistic;
import org.renxing.numerics.Decimals;
import org.renxing.numerics.Truth;
import org.renxing.panel.UnitFigures;
import org.renxing.territory.Boundaries;

/**
 * Whether a resource city is exhausted (X, after the office for the north-east of the State
 * Council): three rules in three-valued logic. Missing evidence is unknown, never no.
 *
 * <ul>
 *   <li>Rule a: at least three of industrial output, industrial employment, extractive output and
 *       extractive employment are lower than in the base year; false once too few can be. A figure
 *       that boundaries keep from being compared is as good as missing: a county that was lost is
 *       no decline. Why it is unknown: NO_LATER_YEAR (the base year and before it), BOUNDARY_BREAK,
 *       FIGURES_MISSING.
 *   <li>Rule b: registered unemployment is over 10 %, not at it.
 *   <li>Rule c: exploitation has gone on for over 40 years, not at them.
 *   <li>Verdict any: true where one is true, false where all are false; all: true where all are
 *       true, false where one is false; else unknown.
 * </ul>
 */
public final class Exhaustion implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Map<String, Statistic> COMPARED = new LinkedHashMap<>();

  static {
    COMPARED.put("industrial output", Statistic.OUTPUT_INDUSTRY);
    COMPARED.put("industrial employment", Statistic.EMPLOYMENT_INDUSTRY);
    COMPARED.put("extractive output", Statistic.OUTPUT_EXTRACTIVE);
    COMPARED.put("extractive employment", Statistic.EMPLOYMENT_EXTRACTIVE);
  }

  private static final int LEAST_FALLING = 3;
  private static final double UNEMPLOYMENT = 10;
  private static final double YEARS = 40;

  private final ResourceRules rules;
  private final Boundaries boundaries;

  public Exhaustion(ResourceRules rules, Boundaries boundaries) {
    this.rules = rules;
    this.boundaries = boundaries;
  }

  /** The verdict on a unit in each of its years. */
  public List<ExhaustionYear> of(UnitFigures unit) {
    return IntStream.range(0, unit.size()).mapToObj(i -> of(unit, i)).toList();
  }

  private ExhaustionYear of(UnitFigures unit, int i) {
    int year = unit.year(i);
    List<String> evidence = new ArrayList<>();
    int known = 0;
    int falling = 0;
    for (Map.Entry<String, Statistic> one : COMPARED.entrySet()) {
      Truth falls = falls(unit, one.getValue(), i);
      known += falls.isKnown() ? 1 : 0;
      falling += falls.isTrue() ? 1 : 0;
      if (year > rules.baseYear()) {
        evidence.add(evidence(unit, one.getKey(), one.getValue(), i));
      }
    }
    double unemployment = unit.of(Statistic.UNEMPLOYMENT_RATE, i);
    double exploitation = exploitation(unit, i);
    evidence.add(text("unemployment", unemployment, " %"));
    evidence.add(text("exploitation", exploitation, " years"));
    Truth ruleA = ruleA(known, falling);
    Truth ruleB = Truth.isAbove(unemployment, UNEMPLOYMENT);
    Truth ruleC = Truth.isAbove(exploitation, YEARS);
    Statistic[] compared = COMPARED.values().toArray(Statistic[]::new);
    String flag = boundaries.flag(unit.unitId(), rules.baseYear(), year, compared);
    return new ExhaustionYear(
        unit.unitId(),
        year,
        ruleA,
        ruleB,
        ruleC,
        verdict(EnumSet.of(ruleA, ruleB, ruleC)),
        String.join("; ", evidence),
        known,
        falling,
        unemployment,
        exploitation,
        ruleA.isKnown() ? "" : ruleReason(year, flag),
        flag,
        boundaries.text(unit.unitId(), rules.baseYear(), year, compared));
  }

  private boolean isSame(UnitFigures unit, Statistic figure, int i) {
    return boundaries.isComparable(unit.unitId(), rules.baseYear(), unit.year(i), figure);
  }

  private Truth falls(UnitFigures unit, Statistic figure, int i) {
    return unit.year(i) > rules.baseYear() && isSame(unit, figure, i)
        ? Truth.isBelow(unit.of(figure, i), unit.in(figure, rules.baseYear()))
        : Truth.UNKNOWN;
  }

  private String evidence(UnitFigures unit, String name, Statistic figure, int i) {
    if (falls(unit, figure, i).isKnown()) {
      return name
          + (" " + rules.baseYear() + ": ")
          + shown(unit.in(figure, rules.baseYear()))
          + ", now "
          + shown(unit.of(figure, i))
          + " "
          + figure.unit();
    }
    return name + (isSame(unit, figure, i) ? " missing" : " not compared: boundaries changed");
  }

  /** Years of exploitation as given, or since the year in which it began. */
  private static double exploitation(UnitFigures unit, int i) {
    double given = unit.of(Statistic.EXPLOITATION_YEARS, i);
    double since = unit.year(i) - unit.of(Statistic.EXPLOITATION_SINCE, i);
    return !Double.isNaN(given) ? given : since >= 0 ? since : Double.NaN;
  }

  private static Truth ruleA(int known, int falling) {
    if (falling >= LEAST_FALLING) {
      return Truth.TRUE;
    }
    return falling + COMPARED.size() - known < LEAST_FALLING ? Truth.FALSE : Truth.UNKNOWN;
  }

  private String ruleReason(int year, String flag) {
    if (year <= rules.baseYear()) {
      return "NO_LATER_YEAR";
    }
    return flag.equals(Boundaries.BREAK) ? Boundaries.BOUNDARY_BREAK : "FIGURES_MISSING";
  }

  private Truth verdict(Set<Truth> found) {
    Truth one = Truth.of(rules.exhaustion() == Verdict.ANY);
    if (found.contains(one)) {
      return one;
    }
    return found.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.of(!one.isTrue());
  }

  private static String text(String name, double figure, String unit) {
    return Double.isNaN(figure) ? name + " missing" : name + " " + shown(figure) + unit;
  }

  private static String shown(double figure) {
    return String.valueOf(Decimals.round(figure, 4));
  }
}
