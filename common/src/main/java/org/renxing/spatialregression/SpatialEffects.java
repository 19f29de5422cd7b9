package org.renxing.spatialregression;

/** Fixed effects that are taken out of a panel before it is fitted. */
public enum SpatialEffects {
  /** None: an intercept. */
  NONE,
  /** Of units. */
  UNIT,
  /** Of periods. */
  TIME,
  /** Of both. */
  TWO_WAY;

  /** Whether each unit has its own level. */
  public boolean hasUnits() {
    return this == UNIT || this == TWO_WAY;
  }

  /** Whether each period has its own level. */
  public boolean hasPeriods() {
    return this == TIME || this == TWO_WAY;
  }
}
