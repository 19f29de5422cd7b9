package org.renxing.carbon;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.renxing.carbon.UnitEmissions.DriverYear;
import org.renxing.numerics.RelativeChange;
import org.renxing.numerics.Truth;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;

/**
 * The peak of a unit's emissions so far; NaN, 0 and empty texts where not known.
 *
 * @param first first year of the scenario
 * @param last its last year
 * @param peakYear last year of the largest emissions
 * @param peak these emissions, t of CO2
 * @param lastEmissions those of the last year
 * @param change since the peak, a share of it
 * @param hasPeaked whether the peak lies before the last years in which one is not yet a peak
 * @param fallsEachYear whether every year after the peak has less than the one before; unknown
 *     where the peak is the last year
 * @param flag boundaries of emissions over the whole span
 * @param event what moved
 * @param reason why there is no peak: MISSING_EMISSIONS (of a calendar year, which could be the
 *     largest), BOUNDARY_BREAK; empty where there is
 */
public record EmissionPeak(
    String unitId,
    int first,
    int last,
    int peakYear,
    double peak,
    double lastEmissions,
    double change,
    Truth hasPeaked,
    Truth fallsEachYear,
    String flag,
    String event,
    String reason)
    implements Serializable {

  /**
   * The peak of a unit.
   *
   * @param peakYears a maximum in the last so many calendar years is no peak yet
   * @param bases of emissions
   */
  public static EmissionPeak of(
      UnitEmissions unit, int peakYears, Boundaries boundaries, Set<Basis> bases) {
    List<DriverYear> series = unit.beside(y -> Double.NaN);
    int first = series.get(0).year();
    int last = series.get(series.size() - 1).year();
    boolean isSame = boundaries.isComparable(unit.unitId(), first, last, bases);
    int year = isSame ? Decoupling.peakYear(series) : 0;
    double end = series.get(series.size() - 1).emissions();
    double peak = year == 0 ? Double.NaN : series.get(year - first).emissions();
    int recent = last - (peakYears - 1);
    String reason = isSame ? "MISSING_EMISSIONS" : Boundaries.BOUNDARY_BREAK;
    return new EmissionPeak(
        unit.unitId(),
        first,
        last,
        year,
        peak,
        end,
        RelativeChange.of(peak, end),
        year > 0 && recent > first ? Truth.of(year < recent) : Truth.UNKNOWN,
        year > 0 && year < last
            ? falls(series.subList(year - first, series.size()))
            : Truth.UNKNOWN,
        boundaries.flag(unit.unitId(), first, last, bases),
        boundaries.text(unit.unitId(), first, last, bases),
        year == 0 ? reason : "");
  }

  private static Truth falls(List<DriverYear> since) {
    boolean falls = true;
    for (int i = 1; i < since.size(); i++) {
      falls &= RelativeChange.of(since.get(i - 1).emissions(), since.get(i).emissions()) < 0;
    }
    return Truth.of(falls);
  }
}
