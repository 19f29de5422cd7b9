package org.renxing.carbon;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.renxing.numerics.Distribution;
import org.renxing.territory.UnitDirectory.Group;

/**
 * Sums of the units of a group in a year that have emissions; NaN of none.
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
record CarbonSums(
    Group group,
    int year,
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

  /** The sums of some units, all with emissions in one year. */
  static CarbonSums of(Group group, List<CarbonYear> units) {
    List<CarbonYear> peopled = units.stream().filter(u -> u.population() > 0).toList();
    List<CarbonYear> productive = units.stream().filter(u -> u.gdp() > 0).toList();
    List<CarbonYear> both = peopled.stream().filter(u -> u.gdp() > 0).toList();
    Distribution emissions = Distribution.of(units, CarbonYear::emissions);
    return new CarbonSums(
        group,
        units.get(0).year(),
        units.size(),
        emissions.sum(),
        Distribution.of(peopled, CarbonYear::emissions).sum(),
        Distribution.of(peopled, CarbonYear::population).sum(),
        Distribution.of(productive, CarbonYear::emissions).sum(),
        Distribution.of(productive, CarbonYear::gdp).sum(),
        Distribution.of(both, CarbonYear::gdp).sum(),
        Distribution.of(both, CarbonYear::population).sum(),
        Distribution.of(both, u -> u.gdp() / u.population()).mean(),
        largest(emissions.sorted()));
  }

  private static double largest(double[] upwards) {
    double[] top = Arrays.copyOfRange(upwards, Math.max(0, upwards.length - TOP), upwards.length);
    double sum = 0;
    for (int i = top.length - 1; i >= 0; i--) {
      sum += top[i];
    }
    return sum;
  }
}
