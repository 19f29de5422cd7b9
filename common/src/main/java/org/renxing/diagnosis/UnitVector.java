package org.renxing.diagnosis;

import java.io.Serializable;

/** The normalised indicators of a unit in a year. */
public final class UnitVector implements Serializable {
  private static final long serialVersionUID = 1L;
  private final String unitId;
  private final int year;
  private final double[] values;

  /**
   * A unit in a year.
   *
   * @param values in the order of the indicators, NaN where missing
   */
  public UnitVector(String unitId, int year, double[] values) {
    this.unitId = unitId;
    this.year = year;
    this.values = values.clone();
  }

  /** The unit. */
  public String unitId() {
    return unitId;
  }

  /** The year. */
  public int year() {
    return year;
  }

  /** The values themselves; not to be changed. */
  double[] values() {
    return values;
  }
}
