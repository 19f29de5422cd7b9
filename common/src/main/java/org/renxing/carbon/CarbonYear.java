package org.renxing.carbon;

import java.io.Serializable;
import org.renxing.numerics.Finite;

/**
 * Emissions of a unit in a year; NaN where not known.
 *
 * @param emissions t of CO2
 * @param scope1 of fuels and processes
 * @param scope2 of purchased electricity and heat
 * @param missing items of the inventory without a figure
 * @param population 10^4 persons
 * @param gdp 10^8 CNY, at the prices in which it stands
 * @param output GDP for growth
 * @param cumulative emissions since the first year of the scenario
 * @param reason why any is missing, and what was taken as 0; empty for nothing
 */
public record CarbonYear(
    String unitId,
    int year,
    double emissions,
    double scope1,
    double scope2,
    long missing,
    double population,
    double gdp,
    double output,
    double cumulative,
    String reason)
    implements Serializable {
  /** Population and GDP stand in units 10^4 times those of quotients. */
  static final double SCALE = 1e4;

  /** Emissions by person; NaN where there is nobody. */
  public double perCapita() {
    return perUnit(emissions, population);
  }

  /** Emissions by 10^4 CNY of GDP; NaN where there is none. */
  public double perGdp() {
    return perUnit(emissions, gdp);
  }

  static double perUnit(double emissions, double denominator) {
    return Finite.quotient(emissions, Finite.positive(denominator) * SCALE);
  }
}
