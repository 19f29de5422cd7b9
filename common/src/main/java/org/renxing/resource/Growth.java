package org.renxing.resource;

import org.renxing.model.Statistic;
import org.renxing.numerics.Finite;
import org.renxing.numerics.RelativeChange;
import org.renxing.panel.UnitFigures;

/**
 * Growth of a figure of a unit by calendar years: a year that a scenario with a step passes over is
 * not there, and what would need it is missing.
 */
final class Growth {
  /** Why a yearly change is missing where there is no year to compare with. */
  static final String FIRST_YEAR = "FIRST_YEAR";

  static final String GAP = "GAP";

  private Growth() {}

  /**
   * From the calendar year before, in %; NaN where a figure is missing, or the first not above 0.
   */
  static double ofYear(UnitFigures unit, Statistic figure, int place) {
    return percent(unit.in(figure, unit.year(place) - 1), unit.of(figure, place));
  }

  /**
   * FIRST_YEAR in a unit's first year, GAP where the calendar year before is not there; or empty.
   */
  static String noYearBefore(UnitFigures unit, int place) {
    if (place == 0) {
      return FIRST_YEAR;
    }
    return unit.year(place - 1) == unit.year(place) - 1 ? "" : GAP;
  }

  /** {@link RelativeChange} in %. */
  static double percent(double from, double to) {
    return Finite.orNaN(RelativeChange.of(from, to) * 100);
  }

  /** Mean yearly growth in % (geometric); NaN where an end is missing or not above 0. */
  static double mean(double from, double to, int years) {
    double ratio = Finite.quotient(Finite.positive(to), Finite.positive(from));
    return Finite.orNaN((StrictMath.pow(ratio, 1.0 / years) - 1) * 100);
  }
}
