package org.renxing.panel;

import java.io.Serializable;

/** The medians of a group of units, one a cell of the grid. */
public final class GroupMedians implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] medians;
  private final int[] sizes;

  GroupMedians(double[] medians, int[] sizes) {
    this.medians = medians;
    this.sizes = sizes;
  }

  /** How many units have a value; 0 where no unit of the group stays. */
  public int size(int cell) {
    return sizes.length == 0 ? 0 : sizes[cell];
  }

  /** The median of these; NaN where there is none. */
  public double median(int cell) {
    return medians.length == 0 ? Double.NaN : medians[cell];
  }
}
