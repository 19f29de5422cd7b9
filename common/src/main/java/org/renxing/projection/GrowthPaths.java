package org.renxing.projection;

import java.util.List;

/** Growth of emissions since the base year under a scenario, in each draw. Immutable. */
public final class GrowthPaths {
  private final double[][] index;
  private final int first;
  private final int before;
  private final List<Spread.Point> spread;

  /**
   * Some paths.
   *
   * @param index years × draws
   * @param first the first of the years
   * @param before the year before which peaks are counted
   */
  GrowthPaths(double[][] index, int first, int before) {
    this.index = index;
    this.first = first;
    this.before = before;
    this.spread = Spread.path(index, first);
  }

  /** How many years there are, the base year among them. */
  public int years() {
    return index.length;
  }

  /**
   * The emissions of whoever grows by these paths, from a level of its own.
   *
   * @param level by year, 0 or more: emissions if nothing grew
   */
  public Spread of(double[] level) {
    double[][] emissions = new double[index.length][index[0].length];
    for (int t = 0; t < index.length; t++) {
      for (int d = 0; d < index[t].length; d++) {
        emissions[t][d] = level[t] * index[t][d];
      }
    }
    List<Spread.Point> path = spread.stream().map(p -> p.times(level[p.year() - first])).toList();
    return Spread.of(path, emissions, first, before);
  }
}
