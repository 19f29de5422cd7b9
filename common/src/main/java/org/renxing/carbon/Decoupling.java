package org.renxing.carbon;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.renxing.carbon.UnitEmissions.DriverYear;
import org.renxing.numerics.RelativeChange;
import org.renxing.numerics.Truth;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;

/** Changes of emissions against changes of a driver, and whether emissions have peaked. */
public final class Decoupling implements Serializable {
  private static final long serialVersionUID = 1L;
  private final int peakYears;
  private final Boundaries boundaries;
  private final CarbonBases bases;

  /**
   * Decoupling by rules.
   *
   * @param peakYears a maximum in the last so many calendar years is no peak yet
   * @param bases of emissions and of each driver
   */
  public Decoupling(int peakYears, Boundaries boundaries, CarbonBases bases) {
    this.peakYears = peakYears;
    this.boundaries = boundaries;
    this.bases = bases;
  }

  /**
   * The spans of a unit, from each year of the scenario to its next and from the first to the last.
   *
   * <p>A change within 10^-12 of the larger figure is none ({@link RelativeChange}): else the noise
   * of rounding would name a state. On the whole span also whether emissions have peaked: not known
   * where there are no more years than {@code peakYears}, a calendar year is missing, or boundaries
   * keep emissions from being compared.
   *
   * @param series every year of the scenario, in ascending order
   */
  public List<DecouplingSpan> of(String driver, String unitId, List<DriverYear> series) {
    List<DecouplingSpan> out = new ArrayList<>();
    for (int i = 1; i < series.size(); i++) {
      out.add(span(driver, unitId, series, series.get(i - 1), series.get(i)));
    }
    if (series.size() > 2) {
      out.add(span(driver, unitId, series, series.get(0), series.get(series.size() - 1)));
    }
    return out;
  }

  private DecouplingSpan span(
      String driver, String unitId, List<DriverYear> series, DriverYear from, DriverYear to) {
    Set<Basis> both = bases.with(driver);
    int first = series.get(0).year();
    int last = series.get(series.size() - 1).year();
    boolean isWhole = from.year() == first && to.year() == last;
    boolean isSame = boundaries.isComparable(unitId, from.year(), to.year(), both);
    int peak =
        isWhole && boundaries.isComparable(unitId, first, last, bases.emissions())
            ? peakYear(series)
            : 0;
    int recent = last - (peakYears - 1);
    return new DecouplingSpan(
        driver,
        unitId,
        from,
        to,
        isWhole,
        isSame ? RelativeChange.of(from.emissions(), to.emissions()) : Double.NaN,
        isSame ? RelativeChange.of(from.value(), to.value()) : Double.NaN,
        boundaries.flag(unitId, from.year(), to.year(), both),
        boundaries.text(unitId, from.year(), to.year(), both),
        peak,
        peak > 0 && recent > first ? Truth.of(peak < recent) : Truth.UNKNOWN);
  }

  /** The last year of the largest emissions; 0 where a calendar year or its figure is missing. */
  static int peakYear(List<DriverYear> series) {
    int span = series.get(series.size() - 1).year() - series.get(0).year();
    if (span != series.size() - 1) {
      return 0;
    }
    int peak = 0;
    double largest = Double.NEGATIVE_INFINITY;
    for (DriverYear year : series) {
      if (Double.isNaN(year.emissions())) {
        return 0;
      }
      if (year.emissions() >= largest) {
        largest = year.emissions();
        peak = year.year();
      }
    }
    return peak;
  }
}
