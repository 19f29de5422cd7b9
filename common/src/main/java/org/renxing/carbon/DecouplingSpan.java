package org.renxing.carbon;

import org.renxing.carbon.UnitEmissions.DriverYear;
import org.renxing.numerics.Finite;
import org.renxing.numerics.SignificantDigits;
import org.renxing.numerics.Truth;
import org.renxing.territory.Boundaries;

/**
 * Emissions of a unit against a driver between two years; NaN and empty texts where not known.
 *
 * @param isWhole whether the span is the first to the last year
 * @param changeEmission share of the first figure; NaN where boundaries break
 * @param changeDriver the same of the driver
 * @param flag boundaries of emissions and driver
 * @param event what moved
 * @param peakYear whole span only: last year of the largest emissions; 0 where it is not known
 * @param hasPeaked whether that lies before the last years in which a peak is not yet one
 */
public record DecouplingSpan(
    String driver,
    String unitId,
    DriverYear from,
    DriverYear to,
    boolean isWhole,
    double changeEmission,
    double changeDriver,
    String flag,
    String event,
    int peakYear,
    Truth hasPeaked) {

  /** Change of emissions over that of the driver. */
  public double elasticity() {
    return Finite.quotient(changeEmission, changeDriver);
  }

  /** {@link Tapio#state}, on the elasticity at 12 significant digits; empty for none. */
  public String state() {
    return Tapio.state(changeEmission, changeDriver, SignificantDigits.tieKey(elasticity()));
  }

  /**
   * Why there is no state, the first that holds: MISSING_EMISSIONS, MISSING_DRIVER,
   * BASE_NOT_POSITIVE, BOUNDARY_BREAK, DRIVER_UNCHANGED; empty for none.
   */
  public String reason() {
    if (Double.isNaN(from.emissions()) || Double.isNaN(to.emissions())) {
      return "MISSING_EMISSIONS";
    }
    if (Double.isNaN(from.value()) || Double.isNaN(to.value())) {
      return "MISSING_DRIVER";
    }
    if (from.emissions() <= 0 || from.value() <= 0) {
      return "BASE_NOT_POSITIVE";
    }
    if (flag.equals(Boundaries.BREAK)) {
      return Boundaries.BOUNDARY_BREAK;
    }
    return changeDriver == 0 ? "DRIVER_UNCHANGED" : "";
  }
}
