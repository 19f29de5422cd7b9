package org.renxing.resource;

import java.io.Serializable;
import java.util.Collection;
import org.renxing.numerics.Distribution;
import org.renxing.numerics.Finite;

/**
 * A factor of new growth of a unit in a year; NaN where a figure is missing, or there is nobody.
 *
 * @param unit of measure of the value
 * @param amount numerator
 * @param persons denominator, 10^4 persons
 * @param mean total over population, of all units that have both
 * @param meanAmount mean of the amounts of these units
 */
public record FactorYear(
    String factor,
    String unitId,
    int year,
    String unit,
    double amount,
    double persons,
    double mean,
    double meanAmount)
    implements Serializable {

  /** CNY or USD a person; patents by 10^4 persons. */
  public double value() {
    return Finite.quotient(amount, persons);
  }

  /** Over that of all units. */
  public double ratio() {
    return Finite.quotient(value(), mean);
  }

  /** Why there is no value; empty where there is one. */
  public String reason() {
    return Double.isNaN(persons) ? "figure missing, or population missing or not above 0" : "";
  }

  /** The mean of some units: total over population. */
  static double mean(Collection<FactorYear> units) {
    return Finite.quotient(
        Distribution.of(units, FactorYear::amount).sum(),
        Distribution.of(units, FactorYear::persons).sum());
  }

  /** The same against the means of all units. */
  FactorYear against(double other, double amountOfAll) {
    return new FactorYear(factor, unitId, year, unit, amount, persons, other, amountOfAll);
  }
}
