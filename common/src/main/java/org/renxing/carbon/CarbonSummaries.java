package org.renxing.carbon;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.renxing.numerics.Distribution;
import org.renxing.numerics.Finite;
import org.renxing.records.Records;
import org.renxing.summary.Groupings;
import org.renxing.territory.Boundaries;
import org.renxing.territory.UnitDirectory.Group;

/** Emissions of groups of units, and of their mean against the mean score (Q; R Figure 5). */
public final class CarbonSummaries {
  private CarbonSummaries() {}

  /** The groups of each year with emissions. */
  public static Records<CarbonGroup> byYear(Records<CarbonYear> units, Groupings groupings) {
    return groupings
        .summarise(
            units.where(unit -> !Double.isNaN(unit.emissions())),
            CarbonYear::unitId,
            unit -> String.valueOf(unit.year()),
            CarbonSums::of)
        .groupedBy(
            sums -> String.valueOf(sums.year()),
            (year, groups) -> CarbonGroup.of(groups).iterator());
  }

  /**
   * A unit and year with both emissions and a score.
   *
   * @param before the calendar year before where that has both too, on the same territory; else
   *     this year itself
   * @param isGrowth whether {@code before} is the year before
   */
  record Step(String unitId, UnitEmissions.Year now, UnitEmissions.Year before, boolean isGrowth)
      implements Serializable {}

  /**
   * The years of a unit that have both emissions and a score.
   *
   * @param boundaries over which emissions and scores are compared, on these bases
   */
  static List<Step> steps(UnitEmissions unit, Boundaries boundaries, CarbonBases bases) {
    List<Step> out = new ArrayList<>();
    for (UnitEmissions.Year now : unit.years()) {
      if (now.hasBoth()) {
        UnitEmissions.Year before =
            unit.years().stream()
                .filter(y -> y.year() == now.year() - 1 && y.hasBoth())
                .filter(
                    y ->
                        boundaries.isComparable(
                            unit.unitId(),
                            y.year(),
                            now.year(),
                            bases.with(CarbonBases.RESILIENCE)))
                .findFirst()
                .orElse(now);
        out.add(new Step(unit.unitId(), now, before, before.year() < now.year()));
      }
    }
    return out;
  }

  /**
   * Mean emissions and scores of a group in a year.
   *
   * @param n units
   * @param growthResilience share; of the units in {@code nGrowth}, so that who comes and goes
   *     moves nothing; NaN without any
   * @param growthEmissions the same
   * @param nGrowth units that have both figures in the calendar year before too, on the same
   *     territory
   */
  public record Means(
      Group group,
      int year,
      long n,
      double resilience,
      double emissions,
      double growthResilience,
      double growthEmissions,
      long nGrowth)
      implements Serializable {}

  /**
   * The groups of each year with units that have both.
   *
   * @param boundaries over which emissions and scores are compared, on these bases
   */
  public static Records<Means> means(
      Records<UnitEmissions> units, Groupings groupings, Boundaries boundaries, CarbonBases bases) {
    return groupings.summarise(
        units.flatMap(unit -> steps(unit, boundaries, bases).iterator()),
        Step::unitId,
        step -> String.valueOf(step.now().year()),
        CarbonSummaries::means);
  }

  private static Means means(Group group, List<Step> members) {
    List<Step> grown = members.stream().filter(Step::isGrowth).toList();
    double score = Distribution.of(grown, s -> s.now().score()).sum();
    double scoreBefore = Distribution.of(grown, s -> s.before().score()).sum();
    double emissions = Distribution.of(grown, s -> s.now().emissions()).sum();
    double emissionsBefore = Distribution.of(grown, s -> s.before().emissions()).sum();
    return new Means(
        group,
        members.get(0).now().year(),
        members.size(),
        Distribution.of(members, s -> s.now().score()).mean(),
        Distribution.of(members, s -> s.now().emissions()).mean(),
        Finite.quotient(score, scoreBefore) - 1,
        Finite.quotient(emissions, emissionsBefore) - 1,
        grown.size());
  }
}
