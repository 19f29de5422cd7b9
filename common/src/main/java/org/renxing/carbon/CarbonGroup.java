package org.renxing.carbon;

import static org.renxing.carbon.CarbonYear.SCALE;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.renxing.numerics.Finite;
import org.renxing.numerics.SortedSum;
import org.renxing.territory.UnitDirectory.Group;

/**
 * Emissions of a group of units in a year. NaN is missing: a quotient without a denominator, or a
 * ratio to others where there are none.
 *
 * @param own sums of the group
 * @param all sums of all units of the year
 */
public record CarbonGroup(Group group, int year, Sums own, Sums all) implements Serializable {

  /**
   * Sums of some units.
   *
   * @param n units
   * @param emissions of all of them
   * @param ofPeople emissions of those with a population
   * @param people population of these
   * @param ofOutput emissions of those with a GDP
   * @param output GDP of these
   * @param outputOfBoth GDP of those that have both
   * @param peopleOfBoth population of these
   * @param meanPerHead mean of these units' own GDP over population
   * @param largest emissions of the five largest emitters
   */
  public record Sums(
      long n,
      double emissions,
      double ofPeople,
      double people,
      double ofOutput,
      double output,
      double outputOfBoth,
      double peopleOfBoth,
      double meanPerHead,
      double largest)
      implements Serializable {
    private static final int TOP = 5;

    static Sums of(List<CarbonYear> units) {
      List<CarbonYear> peopled = units.stream().filter(u -> u.population() > 0).toList();
      List<CarbonYear> productive = units.stream().filter(u -> u.gdp() > 0).toList();
      List<CarbonYear> both = peopled.stream().filter(u -> u.gdp() > 0).toList();
      return new Sums(
          units.size(),
          SortedSum.of(units, CarbonYear::emissions),
          SortedSum.of(peopled, CarbonYear::emissions),
          SortedSum.of(peopled, CarbonYear::population),
          SortedSum.of(productive, CarbonYear::emissions),
          SortedSum.of(productive, CarbonYear::gdp),
          SortedSum.of(both, CarbonYear::gdp),
          SortedSum.of(both, CarbonYear::population),
          SortedSum.mean(both, u -> u.gdp() / u.population()),
          largest(units.stream().mapToDouble(CarbonYear::emissions).sorted().toArray()));
    }

    private static double largest(double[] ascending) {
      double[] top =
          Arrays.copyOfRange(ascending, Math.max(0, ascending.length - TOP), ascending.length);
      double sum = 0;
      for (int i = top.length - 1; i >= 0; i--) {
        sum += top[i];
      }
      return sum;
    }
  }

  /** Share of the emissions of all units. */
  public double shareEmissions() {
    return Finite.quotient(own.emissions, all.emissions);
  }

  /** Share of the population of all units. */
  public double sharePopulation() {
    return Finite.quotient(own.people, all.people);
  }

  /** Share of the GDP of all units. */
  public double shareGdp() {
    return Finite.quotient(own.output, all.output);
  }

  /** t of CO2 by person. */
  public double perCapita() {
    return CarbonYear.perUnit(own.ofPeople, own.people);
  }

  /** t of CO2 by 10^4 CNY of GDP. */
  public double perGdp() {
    return CarbonYear.perUnit(own.ofOutput, own.output);
  }

  /** Emissions by person over those of all units outside the group. */
  public double ratioToOthers() {
    double others = Finite.quotient(all.ofPeople - own.ofPeople, all.people - own.people);
    return toOthers(Finite.quotient(own.ofPeople, own.people), others);
  }

  /** Emissions by GDP over those of all units outside the group. */
  public double perGdpRatioToOthers() {
    double others = Finite.quotient(all.ofOutput - own.ofOutput, all.output - own.output);
    return toOthers(Finite.quotient(own.ofOutput, own.output), others);
  }

  private double toOthers(double quotient, double others) {
    return own.n < all.n ? Finite.quotient(quotient, others) : Double.NaN;
  }

  /** CNY by person, as totals: 10^8 CNY over 10^4 persons is 10^4 CNY a person. */
  public double gdpPerCapita() {
    return Finite.quotient(own.outputOfBoth, own.peopleOfBoth) * SCALE;
  }

  /** CNY by person, units alike. */
  public double meanGdpPerCapita() {
    return own.meanPerHead * SCALE;
  }

  /** Share of the five largest emitters. */
  public double top5Share() {
    return Finite.quotient(own.largest, own.emissions);
  }
}
