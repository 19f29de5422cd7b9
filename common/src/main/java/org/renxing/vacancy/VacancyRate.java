package org.renxing.vacancy;

/**
 * The vacancy of a unit, year and zone.
 *
 * @param unitsTotal units of all areas
 * @param unitsCovered units of areas with a count or a usable signal; where it is 0, vacant, rate,
 *     lower and upper are NaN
 * @param vacant of the covered units
 * @param rate vacant units over covered ones, in [0, 1]
 * @param lower lower end of the interval, in [0, 1]
 * @param upper upper end
 * @param isLimited whether the rate would be outside [0, 1] but for the limit
 * @param observations counts, and signals of the other areas
 * @param areas how many
 */
record VacancyRate(
    long unitsTotal,
    long unitsCovered,
    double vacant,
    double rate,
    double lower,
    double upper,
    boolean isLimited,
    long observations,
    long areas,
    Method method) {

  /** Share of the units that are covered. */
  double coverage() {
    return (double) unitsCovered / unitsTotal;
  }
}
