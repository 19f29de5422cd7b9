package org.renxing.panel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The values of the units of one group that stay in the panel, of which {@link #medians} are taken.
 * Parts of a group are collected apart and merged; the order does not matter.
 */
public final class GroupValues implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<double[]> units = new ArrayList<>();

  /** Adds a unit after the first stage of {@link PanelKernel}; one that leaves counts nowhere. */
  public GroupValues add(UnitPanel panel) {
    if (panel.exclusion().isEmpty()) {
      units.add(panel.values);
    }
    return this;
  }

  /** Adds the units of another part of the group. */
  public GroupValues merge(GroupValues other) {
    units.addAll(other.units);
    return this;
  }

  /** Of each cell the number of known values and their median; of an even number the mean. */
  public GroupMedians medians() {
    int size = units.isEmpty() ? 0 : units.get(0).length;
    double[] medians = new double[size];
    int[] sizes = new int[size];
    double[] known = new double[units.size()];
    for (int cell = 0; cell < size; cell++) {
      for (double[] unit : units) {
        if (!Double.isNaN(unit[cell])) {
          known[sizes[cell]++] = unit[cell];
        }
      }
      Arrays.sort(known, 0, sizes[cell]);
      medians[cell] = sizes[cell] == 0 ? Double.NaN : middle(known, sizes[cell]);
    }
    return new GroupMedians(medians, sizes);
  }

  // half of each, since the sum of two large values is infinite
  private static double middle(double[] sorted, int n) {
    double low = sorted[(n - 1) / 2];
    double high = sorted[n / 2];
    return low == high ? low : 0.5 * low + 0.5 * high;
  }
}
