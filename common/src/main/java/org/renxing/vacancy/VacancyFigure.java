package org.renxing.vacancy;

import java.io.Serializable;

/**
 * The vacancy of a use in a zone (or {@code all}), unit and year; see {@link VacancyRates}.
 *
 * @param unitsTotal of all areas
 * @param unitsVacant of the covered ones; where no unit is covered, NaN as are rate and ends
 * @param rate in [0, 1]
 * @param lower the rate where all was counted
 * @param upper the same
 * @param isLimited whether the rate would be outside but for the limit
 * @param observations counts, and signals used
 * @param coverage share of units in areas with a count or a usable signal
 * @param method counted, calibrated, configured or mixed; empty where no unit is covered
 */
public record VacancyFigure(
    String use,
    String zone,
    String unit,
    int year,
    long unitsTotal,
    double unitsVacant,
    double rate,
    double lower,
    double upper,
    boolean isLimited,
    long observations,
    long areas,
    double coverage,
    String method)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Whether any unit is covered. */
  public boolean isCovered() {
    return !method.isEmpty();
  }
}
