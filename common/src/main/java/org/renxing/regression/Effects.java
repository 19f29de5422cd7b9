package org.renxing.regression;

/** What is taken off the rows of a panel before the regression. */
public enum Effects {
  /** Nothing. */
  NONE,
  /** An effect of each unit. */
  UNIT,
  /** An effect of each time. */
  TIME,
  /** Effects of each unit and of each time. */
  TWOWAY;

  boolean hasUnit() {
    return this == UNIT || this == TWOWAY;
  }

  boolean hasTime() {
    return this == TIME || this == TWOWAY;
  }
}
