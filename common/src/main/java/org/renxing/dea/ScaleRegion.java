package org.renxing.dea;

/** Returns to scale at the place of one unit. */
public enum ScaleRegion {
  CONSTANT,
  INCREASING,
  DECREASING
}
