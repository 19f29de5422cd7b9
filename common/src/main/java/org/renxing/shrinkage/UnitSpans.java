package org.renxing.shrinkage;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.Statistic;
import org.renxing.numerics.Truth;
import org.renxing.panel.UnitFigures;
import org.renxing.shrinkage.UnitSpan.Ends;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;

/** Population, land and output of units between two years, with verdicts: {@link UnitSpan}. */
public final class UnitSpans implements Serializable {
  private static final long serialVersionUID = 1L;
  private final ShrinkagePolicy policy;
  private final Boundaries boundaries;

  /** Spans by a policy, over boundaries as the statistics see them. */
  public UnitSpans(ShrinkagePolicy policy, Boundaries boundaries) {
    this.policy = policy;
    this.boundaries = boundaries;
  }

  /** A unit in each of some spans. */
  public List<UnitSpan> of(UnitFigures unit, List<Span> spans) {
    return spans.stream().map(span -> of(unit, span)).toList();
  }

  private UnitSpan of(UnitFigures unit, Span span) {
    Ends population = Ends.of(unit, Statistic.POPULATION, span);
    Ends urban = Ends.of(unit, Statistic.URBAN_POPULATION, span);
    UnitSpan.Territory territory = territory(unit, span);
    double change = territory.isPopulation() ? population.change() : Double.NaN;
    Truth isSevere = Change.isAtMost(change, policy.severePct());
    return new UnitSpan(
        unit.unitId(),
        span,
        population,
        Ends.of(unit, Statistic.REGISTERED_POPULATION, span),
        Ends.of(unit, unit.output(), span),
        Ends.of(unit, Statistic.BUILT_UP_AREA, span),
        Ends.of(unit, Statistic.POPULATION_65_PLUS, span),
        natural(unit, span),
        territory,
        isSevere,
        SizeClasses.of(urban.from(), policy.sizeClasses()),
        SizeClasses.of(urban.to(), policy.sizeClasses()));
  }

  private UnitSpan.Territory territory(UnitFigures unit, Span span) {
    String id = unit.unitId();
    int from = span.from();
    int to = span.to();
    return new UnitSpan.Territory(
        boundaries.flag(id, from, to, Statistic.POPULATION),
        boundaries.text(id, from, to, Statistic.POPULATION),
        boundaries.isEnd(id, from, to),
        boundaries.isComparable(id, from, to, unit.output()),
        boundaries.isComparable(id, from, to, Statistic.BUILT_UP_AREA),
        boundaries.isComparable(id, from, to, Statistic.REGISTERED_POPULATION),
        isNaturalComparable(id, from, to));
  }

  /**
   * A rate does not add up over units: a merge is a break for it, and it is not that of a
   * population which is a sum.
   */
  private boolean isNaturalComparable(String unit, int from, int to) {
    if (boundaries.bases(Statistic.NATURAL_GROWTH).contains(Basis.FIXED)) {
      return true;
    }
    return boundaries.isComparable(unit, from, to, Set.of(Basis.AS_REPORTED))
        && !boundaries.isSum(unit, from, Statistic.POPULATION);
  }

  /**
   * Natural change of a span in 10^4 persons: the sum over its years t of r(t)/1000 (P(t−1) +
   * P(t))/2, since the natural rate r (‰) is per mean population of the year. NaN where any rate or
   * population of any calendar year is missing.
   */
  private static double natural(UnitFigures unit, Span span) {
    double sum = 0;
    for (int year = span.from() + 1; year <= span.to(); year++) {
      double before = unit.in(Statistic.POPULATION, year - 1);
      double mean = (before + unit.in(Statistic.POPULATION, year)) / 2;
      sum += unit.in(Statistic.NATURAL_GROWTH, year) / 1000 * mean;
    }
    return sum;
  }
}
