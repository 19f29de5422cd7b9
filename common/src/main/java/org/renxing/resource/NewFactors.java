package org.renxing.resource;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.renxing.model.Statistic;
import org.renxing.numerics.Finite;
import org.renxing.numerics.SortedSum;
import org.renxing.panel.UnitSeries;
import org.renxing.territory.UnitDirectory;
import org.renxing.territory.UnitDirectory.Group;

/** Factors of new growth per head, against the mean of all units (Q). */
public final class NewFactors {
  /** Factors by name, each a statistic that is divided by population. */
  public static final Map<String, Statistic> FACTORS =
      Map.of(
          "rd_per_capita", Statistic.RD_EXPENDITURE,
          "patents_per_capita", Statistic.PATENTS,
          "imports_per_capita", Statistic.IMPORTS,
          "exports_per_capita", Statistic.EXPORTS,
          "fdi_per_capita", Statistic.FDI);

  private static final double SCALE = 1e4;

  private NewFactors() {}

  /** The factors that the scenario names, of a unit in each of its years, without means. */
  public static List<FactorYear> of(UnitSeries unit) {
    List<FactorYear> out = new ArrayList<>();
    for (int year : unit.years()) {
      FACTORS.forEach(
          (name, statistic) -> {
            if (unit.has(statistic)) {
              out.add(factor(name, statistic, unit, year));
            }
          });
    }
    return out;
  }

  private static FactorYear factor(String name, Statistic statistic, UnitSeries unit, int year) {
    boolean isMoney = statistic.unit().endsWith("CNY");
    double population = unit.positive(year, Statistic.POPULATION);
    // 10^8 CNY over 10^4 persons is 10^4 CNY a person
    double amount = unit.value(year, statistic) * (isMoney ? SCALE : 1);
    boolean isKnown = !Double.isNaN(amount + population);
    return new FactorYear(
        name,
        unit.unitId(),
        year,
        isMoney ? "CNY/person" : "patents/10^4 persons",
        isKnown ? amount : Double.NaN,
        isKnown ? population : Double.NaN,
        Double.NaN);
  }

  /** The same with the mean of all: those of one factor and year. */
  public static List<FactorYear> againstMean(Collection<FactorYear> units) {
    double mean = FactorYear.mean(units);
    return units.stream().map(unit -> unit.against(mean)).toList();
  }

  /**
   * A factor of a group in a year.
   *
   * @param n units with a value
   * @param value total over population of the group
   * @param meanValue the mean of the units' own values
   * @param mean of all units
   * @param below units under that mean
   */
  public record Summary(
      String factor,
      Group group,
      int year,
      long n,
      double value,
      double meanValue,
      double mean,
      long below)
      implements Serializable {
    /** value over the mean of all units. */
    public double ratio() {
      return Finite.quotient(value, mean);
    }

    /** below over n. */
    public double shareBelow() {
      return (double) below / n;
    }
  }

  /**
   * The groups of a factor and year.
   *
   * @param units all of one factor and year; those without a value do not count
   */
  public static List<Summary> summaries(
      Collection<FactorYear> units, UnitDirectory directory, List<String> groupings) {
    List<FactorYear> known = units.stream().filter(u -> !Double.isNaN(u.value())).toList();
    List<Summary> out = new ArrayList<>();
    directory
        .members(known, FactorYear::unitId, groupings)
        .forEach((group, members) -> out.add(summary(group, members)));
    return out;
  }

  private static Summary summary(Group group, List<FactorYear> members) {
    FactorYear one = members.get(0);
    return new Summary(
        one.factor(),
        group,
        one.year(),
        members.size(),
        FactorYear.mean(members),
        SortedSum.mean(members, FactorYear::value),
        one.mean(),
        members.stream().filter(u -> u.value() < u.mean()).count());
  }
}
