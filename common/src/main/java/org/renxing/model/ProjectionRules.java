package org.renxing.model;

import java.io.Serializable;
import java.util.List;

/**
 * Scenarios of growth under which a scenario's emissions are projected from its last year on.
 *
 * @param draws of each growth from its range
 * @param seed from which draws follow
 * @param before peaks before this year are counted
 * @param ownTrend share of a unit's own trend, against that of all units, which is left in each
 *     step; 0: all units grow alike
 * @param paths in the order of their names; empty where nothing is projected
 */
public record ProjectionRules(
    @Key(or = "1000", is = "from 1 to 100000") int draws,
    @Key(or = "1", is = "from 0 to " + Integer.MAX_VALUE) long seed,
    @Key(or = "2030", is = "from 1900 to 2200") int before,
    @Key(or = "0", is = Key.SHARE) double ownTrend,
    List<Path> paths)
    implements Serializable {
  public ProjectionRules {
    paths = List.copyOf(paths);
  }

  /** Of a scenario that projects nothing. */
  public static ProjectionRules none() {
    return new ProjectionRules(1, 1, 2030, 0, List.of());
  }

  /**
   * A scenario of growth.
   *
   * @param steps in ascending order
   */
  public record Path(String name, List<Step> steps) implements Serializable {
    public Path {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Growth in the years after the step before, or after the base year, up to a year.
   *
   * @param ranges of population, GDP per head, energy intensity and carbon intensity
   */
  public record Step(int to, List<Range> ranges) implements Serializable {
    public Step {
      ranges = List.copyOf(ranges);
    }
  }

  /** A range of growth a year, as shares: 0.03 for 3 %. */
  public record Range(double low, double mode, double high) implements Serializable {}
}
