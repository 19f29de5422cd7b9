package org.renxing.resource;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.renxing.model.Statistic;
import org.renxing.numerics.Distribution;
import org.renxing.numerics.Finite;
import org.renxing.panel.UnitFigures;
import org.renxing.records.Records;
import org.renxing.summary.Groupings;
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
          "fdi_per_capita", Statistic.FDI,
          "fdi_usd_per_capita", Statistic.FDI_USD);

  /** 10^8 CNY over 10^4 persons is 10^4 CNY a person, 10^6 USD over as many 100 USD. */
  private static final Map<String, Double> SCALES = Map.of("10^8 CNY", 1e4, "10^6 USD", 1e2);

  private NewFactors() {}

  /** The factors that the scenario names, of a unit in each of its years, without means. */
  static List<FactorYear> of(UnitFigures unit) {
    List<FactorYear> out = new ArrayList<>();
    FACTORS.forEach(
        (name, statistic) -> {
          for (int i = 0; i < unit.size() && unit.has(statistic); i++) {
            out.add(factor(name, statistic, unit, i));
          }
        });
    return out;
  }

  private static FactorYear factor(String name, Statistic statistic, UnitFigures unit, int i) {
    boolean isMoney = SCALES.containsKey(statistic.unit());
    String currency = statistic.unit().replaceFirst(".* ", "");
    double population = unit.positive(Statistic.POPULATION, i);
    double amount = unit.of(statistic, i) * SCALES.getOrDefault(statistic.unit(), 1.0);
    boolean isKnown = !Double.isNaN(amount + population);
    return new FactorYear(
        name,
        unit.unitId(),
        unit.year(i),
        isMoney ? currency + "/person" : "patents/10^4 persons",
        isKnown ? amount : Double.NaN,
        isKnown ? population : Double.NaN,
        Double.NaN,
        Double.NaN);
  }

  /** The factors of all units, each against the mean of its year. */
  public static Records<FactorYear> of(Records<UnitFigures> units) {
    return units.flatMap(unit -> of(unit).iterator()).groupedBy(NewFactors::part, NewFactors::mean);
  }

  private static String part(FactorYear one) {
    return one.factor() + " " + one.year();
  }

  private static Iterator<FactorYear> mean(String part, List<FactorYear> units) {
    double mean = FactorYear.mean(units);
    double meanAmount = Distribution.of(units, FactorYear::amount).mean();
    return units.stream().map(unit -> unit.against(mean, meanAmount)).iterator();
  }

  /**
   * A factor of a group in a year.
   *
   * @param n units with a value
   * @param value total over population of the group
   * @param meanValue the mean of the units' own values
   * @param mean of all units
   * @param below units under that mean
   * @param meanAmount the mean of the units' amounts, each unit alike
   * @param amountOfAll the same of all units
   */
  public record Summary(
      String factor,
      Group group,
      int year,
      long n,
      double value,
      double meanValue,
      double mean,
      long below,
      double meanAmount,
      double amountOfAll)
      implements Serializable {
    /** value over the mean of all units. */
    public double ratio() {
      return Finite.quotient(value, mean);
    }

    /** The mean amount of a unit over that of all units. */
    public double amountRatio() {
      return Finite.quotient(meanAmount, amountOfAll);
    }

    /** below over n. */
    public double shareBelow() {
      return (double) below / n;
    }
  }

  /** The groups of each factor and year; units without a value do not count. */
  public static Records<Summary> summaries(Records<FactorYear> units, Groupings groupings) {
    return groupings.summarise(
        units.where(unit -> !Double.isNaN(unit.value())),
        FactorYear::unitId,
        NewFactors::part,
        NewFactors::summary);
  }

  private static Summary summary(Group group, List<FactorYear> members) {
    FactorYear one = members.get(0);
    return new Summary(
        one.factor(),
        group,
        one.year(),
        members.size(),
        FactorYear.mean(members),
        Distribution.of(members, FactorYear::value).mean(),
        one.mean(),
        members.stream().filter(u -> u.value() < u.mean()).count(),
        Distribution.of(members, FactorYear::amount).mean(),
        one.meanAmount());
  }
}
