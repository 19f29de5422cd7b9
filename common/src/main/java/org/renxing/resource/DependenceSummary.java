package org.renxing.resource;

import java.io.Serializable;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.renxing.numerics.Distribution;
import org.renxing.numerics.Finite;
import org.renxing.numerics.Truth;
import org.renxing.records.Records;
import org.renxing.summary.Groupings;
import org.renxing.territory.UnitDirectory.Group;

/**
 * How far the units of a group lived in a year on what they took from the ground (Q). Shares are
 * totals over totals of the units that have both figures; means count all units alike.
 *
 * @param outputN units with a share of extraction in industrial output
 * @param share extraction over industrial output, in %
 * @param meanShare the mean of the units' own shares
 * @param processingShare with processing
 * @param over20 units whose share with processing is over 20 %
 * @param over30 units whose share with processing is over 30 %
 * @param jobsN units with a share of extraction in employment
 * @param jobsShare extraction over employment, in %
 * @param meanJobsShare the mean of the units' own shares
 * @param total GDP by person and growth of the group
 */
public record DependenceSummary(
    Group group,
    int year,
    long n,
    long outputN,
    double share,
    double meanShare,
    double processingShare,
    long over20,
    long over30,
    long jobsN,
    double jobsShare,
    double meanJobsShare,
    DependenceYear.Total total)
    implements Serializable {
  private static final double FIFTH = 20;
  private static final double THIRD = 30;

  /** The groups of each year. */
  public static Records<DependenceSummary> of(Records<DependenceYear> units, Groupings groupings) {
    return groupings.summarise(
        units,
        DependenceYear::unitId,
        unit -> String.valueOf(unit.year()),
        DependenceSummary::summary);
  }

  private static DependenceSummary summary(Group group, List<DependenceYear> members) {
    Distribution shares = Distribution.of(members, DependenceYear::extractiveShare);
    Distribution jobs = Distribution.of(members, DependenceYear::jobsShare);
    return new DependenceSummary(
        group,
        members.get(0).year(),
        members.size(),
        shares.n(),
        percent(members, DependenceYear::extractive, unit -> unit.figures().industry()),
        shares.mean(),
        percent(members, unit -> unit.figures().processed(), unit -> unit.figures().industry()),
        members.stream().filter(unit -> unit.isOver(FIFTH) == Truth.TRUE).count(),
        members.stream().filter(unit -> unit.isOver(THIRD) == Truth.TRUE).count(),
        jobs.n(),
        percent(members, unit -> unit.figures().jobsExtractive(), unit -> unit.figures().jobs()),
        jobs.mean(),
        DependenceYear.Total.of(members));
  }

  /** One total over another, of the units that have both. */
  private static double percent(
      List<DependenceYear> members,
      ToDoubleFunction<DependenceYear> part,
      ToDoubleFunction<DependenceYear> whole) {
    List<DependenceYear> both =
        members.stream()
            .filter(unit -> !Double.isNaN(part.applyAsDouble(unit) + whole.applyAsDouble(unit)))
            .toList();
    return Finite.percent(
        Distribution.of(both, part).sum(), Finite.positive(Distribution.of(both, whole).sum()));
  }
}
