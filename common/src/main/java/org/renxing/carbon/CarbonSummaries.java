package org.renxing.carbon;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.renxing.numerics.Finite;
import org.renxing.numerics.SortedSum;
import org.renxing.territory.Boundaries;
import org.renxing.territory.UnitDirectory;
import org.renxing.territory.UnitDirectory.Group;

/** Emissions of groups of units, and of their mean against the mean score (Q; R Figure 5). */
public final class CarbonSummaries {
  private CarbonSummaries() {}

  /**
   * The groups of a year with emissions.
   *
   * <p>A unit without emissions does not count; one without population (GDP) above 0 does not count
   * in shares of population (GDP), nor its emissions in what is divided by it.
   *
   * @param units all units of one year, in any order
   */
  public static List<CarbonGroup> ofYear(
      List<CarbonYear> units, UnitDirectory directory, List<String> groupings) {
    List<CarbonYear> known = units.stream().filter(u -> !Double.isNaN(u.emissions())).toList();
    CarbonGroup.Sums all = CarbonGroup.Sums.of(known);
    List<CarbonGroup> out = new ArrayList<>();
    directory
        .members(known, CarbonYear::unitId, groupings)
        .forEach(
            (group, members) ->
                out.add(
                    new CarbonGroup(
                        group, members.get(0).year(), CarbonGroup.Sums.of(members), all)));
    return out;
  }

  /**
   * A unit and year with both emissions and a score.
   *
   * @param before the calendar year before where that has both too, on the same territory; else
   *     this year itself
   * @param isGrowth whether {@code before} is the year before
   */
  public record Step(
      String unitId, UnitEmissions.Year now, UnitEmissions.Year before, boolean isGrowth)
      implements Serializable {}

  /**
   * The years of a unit that have both emissions and a score.
   *
   * @param boundaries over which emissions and scores are compared, on these bases
   */
  public static List<Step> steps(UnitEmissions unit, Boundaries boundaries, CarbonBases bases) {
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
   * The groups of a year with units that have both.
   *
   * @param steps all of one year, in any order
   */
  public static List<Means> means(
      List<Step> steps, UnitDirectory directory, List<String> groupings) {
    List<Means> out = new ArrayList<>();
    directory
        .members(steps, Step::unitId, groupings)
        .forEach((group, members) -> out.add(means(group, members)));
    return out;
  }

  private static Means means(Group group, List<Step> members) {
    List<Step> grown = members.stream().filter(Step::isGrowth).toList();
    double score = SortedSum.of(grown, s -> s.now().score());
    double scoreBefore = SortedSum.of(grown, s -> s.before().score());
    double emissions = SortedSum.of(grown, s -> s.now().emissions());
    double emissionsBefore = SortedSum.of(grown, s -> s.before().emissions());
    return new Means(
        group,
        members.get(0).now().year(),
        members.size(),
        SortedSum.mean(members, s -> s.now().score()),
        SortedSum.mean(members, s -> s.now().emissions()),
        Finite.quotient(score, scoreBefore) - 1,
        Finite.quotient(emissions, emissionsBefore) - 1,
        grown.size());
  }
}
