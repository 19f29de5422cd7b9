package org.renxing.resource;

/**
 * Employment of a unit against its output; NaN where not known.
 *
 * @param growthEmployment in %, from the calendar year before
 * @param growthOutput the same of GDP, at constant prices where the scenario names that
 * @param byYear change from the year before
 * @param sinceFirst change from the unit's first year
 */
public record EmploymentYear(
    String unitId,
    int year,
    double growthEmployment,
    double growthOutput,
    Change byYear,
    Change sinceFirst) {

  /**
   * A change between two years.
   *
   * @param elasticity (ΔL/L)/(ΔY/Y); its sign alone says little: both may fall
   * @param flag boundaries of both figures over the change
   * @param reason why there is no elasticity; empty where there is one
   */
  public record Change(double elasticity, String flag, String reason) {}
}
