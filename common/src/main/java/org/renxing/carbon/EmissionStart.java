package org.renxing.carbon;

import java.io.Serializable;
import java.util.List;

/**
 * From where a unit's emissions go on.
 *
 * @param emissions of the base year, t of CO2; NaN where missing
 * @param pace how much faster each driver of the unit moved than that of the median unit, as a
 *     factor a year; 1 where that is not known
 */
public record EmissionStart(String unitId, double emissions, List<Double> pace)
    implements Serializable {
  public EmissionStart {
    pace = List.copyOf(pace);
  }

  /** Why there is nothing to project; empty where there is. */
  public String reason() {
    return Double.isNaN(emissions)
        ? "MISSING_EMISSIONS"
        : emissions < 0 ? "NEGATIVE_EMISSIONS" : "";
  }
}
