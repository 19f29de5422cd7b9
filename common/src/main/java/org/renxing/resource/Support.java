package org.renxing.resource;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.renxing.model.PolicyEvent;
import org.renxing.model.ResourceRules;
import org.renxing.model.Statistic;
import org.renxing.numerics.Finite;
import org.renxing.panel.UnitFigures;
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
  public List<SupportYear> of(UnitFigures unit) {
    return IntStream.range(0, unit.size()).mapToObj(i -> of(unit, i)).toList();
  }

  private SupportYear of(UnitFigures unit, int i) {
    double gdp = unit.positive(Statistic.GDP, i);
    double completions = unit.of(Statistic.REAL_ESTATE_COMPLETIONS, i);
    double balance =
        unit.of(Statistic.BUDGET_REVENUE, i) - unit.of(Statistic.BUDGET_EXPENDITURE, i);
    String event = events(unit.unitId(), unit.year(i));
    Around around = around(unit, i);
    boolean isEvent = !event.isEmpty();
    return new SupportYear(
        unit.unitId(),
        unit.year(i),
        Finite.quotient(
            unit.of(Statistic.TRANSFERS_RECEIVED, i), unit.positive(Statistic.BUDGET_REVENUE, i)),
        balance,
        Finite.percent(balance, gdp),
        Finite.percent(unit.of(Statistic.INVESTMENT, i), gdp),
        Finite.percent(unit.of(Statistic.REAL_ESTATE_INVESTMENT, i), gdp),
        completions,
        // 10^4 m2 over 10^4 persons
        Finite.quotient(completions, unit.positive(Statistic.POPULATION, i)),
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

  private Around around(UnitFigures unit, int i) {
    String id = unit.unitId();
    int span = rules.eventSpan();
    int year = unit.year(i);
    Statistic output = unit.output();
    double now = unit.of(output, i);
    return new Around(
        Growth.mean(unit.in(output, year - span), now, span),
        Growth.mean(now, unit.in(output, year + span), span),
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
