package org.renxing.resource;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.renxing.model.PolicyEvent;
import org.renxing.model.ResourceRules;
import org.renxing.model.Statistic;
import org.renxing.numerics.Finite;
import org.renxing.panel.UnitSeries;
import org.renxing.territory.Boundaries;

/** What a city gets and what it spends, and its growth before and after policies (X, S). */
public final class Support implements Serializable {
  private static final long serialVersionUID = 1L;
  private final ResourceRules rules;
  private final Boundaries boundaries;

  public Support(ResourceRules rules, Boundaries boundaries) {
    this.rules = rules;
    this.boundaries = boundaries;
  }

  /**
   * The support of a unit in each of its years. Missing figures and denominators that are not above
   * 0 give NaN. Growth around events is that of calendar years; output is GDP, at constant prices
   * where the scenario names that.
   */
  public List<SupportYear> of(UnitSeries unit) {
    return unit.years().stream().map(year -> of(unit, year)).toList();
  }

  private SupportYear of(UnitSeries unit, int year) {
    double gdp = unit.positive(year, Statistic.GDP);
    double completions = unit.value(year, Statistic.REAL_ESTATE_COMPLETIONS);
    double balance =
        unit.value(year, Statistic.BUDGET_REVENUE) - unit.value(year, Statistic.BUDGET_EXPENDITURE);
    String event = events(unit.unitId(), year);
    Around around = around(unit, year);
    boolean isEvent = !event.isEmpty();
    return new SupportYear(
        unit.unitId(),
        year,
        Finite.quotient(
            unit.value(year, Statistic.TRANSFERS_RECEIVED),
            unit.positive(year, Statistic.BUDGET_REVENUE)),
        balance,
        Finite.percent(balance, gdp),
        Finite.percent(unit.value(year, Statistic.INVESTMENT), gdp),
        Finite.percent(unit.value(year, Statistic.REAL_ESTATE_INVESTMENT), gdp),
        completions,
        // 10^4 m2 over 10^4 persons
        Finite.quotient(completions, unit.positive(year, Statistic.POPULATION)),
        event,
        isEvent && around.isSameBefore() ? around.before() : Double.NaN,
        isEvent && around.isSameAfter() ? around.after() : Double.NaN,
        isEvent ? around.flag() : "",
        isEvent ? around.moved() : "",
        isEvent ? around.reason(rules.eventSpan()) : "");
  }

  /** Growth of output before and after a year, and the boundaries over both. */
  private record Around(
      double before,
      double after,
      boolean isSameBefore,
      boolean isSameAfter,
      String flag,
      String moved) {
    String reason(int span) {
      return Stream.of(
              lacking(
                  "no output over " + span + " years ", Double.isNaN(before), Double.isNaN(after)),
              lacking("boundaries changed in the " + span + " years ", !isSameBefore, !isSameAfter))
          .filter(text -> !text.isEmpty())
          .collect(joining("; "));
    }

    /** "… before, after the event", of those sides that lack it; empty where none does. */
    private static String lacking(String what, boolean isBefore, boolean isAfter) {
      if (!isBefore && !isAfter) {
        return "";
      }
      String sides = isBefore && isAfter ? "before, after" : isBefore ? "before" : "after";
      return what + sides + " the event";
    }
  }

  private Around around(UnitSeries unit, int year) {
    String id = unit.unitId();
    int span = rules.eventSpan();
    Statistic output = unit.outputStatistic();
    double now = unit.value(year, output);
    return new Around(
        Growth.mean(unit.value(year - span, output), now, span),
        Growth.mean(now, unit.value(year + span, output), span),
        boundaries.isComparable(id, year - span, year, output),
        boundaries.isComparable(id, year, year + span, output),
        boundaries.flag(id, year - span, year + span, output),
        boundaries.text(id, year - span, year + span, output));
  }

  private String events(String unitId, int year) {
    return rules.events().stream()
        .filter(event -> event.year() == year && event.unitIds().contains(unitId))
        .map(PolicyEvent::id)
        .collect(joining(","));
  }
}
