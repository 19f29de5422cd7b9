package org.renxing.carbon;

import static java.util.Comparator.comparingInt;

import java.io.Serializable;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Emissions of a unit in each year of the scenario beside what may drive them.
 *
 * @param years in ascending order
 */
public record UnitEmissions(String unitId, List<Year> years) implements Serializable {
  public UnitEmissions {
    years = years.stream().sorted(comparingInt(Year::year)).toList();
  }

  /** The emissions of a unit in some years, without a score. */
  public static UnitEmissions of(String unitId, List<CarbonYear> years) {
    return new UnitEmissions(
        unitId,
        years.stream()
            .map(y -> new Year(y.year(), y.emissions(), y.output(), Double.NaN))
            .toList());
  }

  /**
   * A year; NaN is missing.
   *
   * @param emissions t of CO2
   * @param output GDP for growth
   * @param score resilience
   */
  public record Year(int year, double emissions, double output, double score)
      implements Serializable {
    /** Whether there are both emissions and a score. */
    boolean hasBoth() {
      return !Double.isNaN(emissions) && !Double.isNaN(score);
    }
  }

  /** Emissions beside one driver, in all years. */
  public List<DriverYear> beside(ToDoubleFunction<Year> driver) {
    return years.stream()
        .map(y -> new DriverYear(y.year(), y.emissions(), driver.applyAsDouble(y)))
        .toList();
  }

  /**
   * A year with one driver; NaN is missing.
   *
   * @param emissions t of CO2
   * @param value of the driver
   */
  public record DriverYear(int year, double emissions, double value) {}
}
