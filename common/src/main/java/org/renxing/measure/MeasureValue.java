package org.renxing.measure;

import java.io.Serializable;

/**
 * A score of a unit in a year, under the name of its measure.
 *
 * @param value NaN where it is missing
 */
public record MeasureValue(String measure, String unitId, int year, double value)
    implements Serializable {
  /** Whether there is a value. */
  public boolean isKnown() {
    return !Double.isNaN(value);
  }
}
