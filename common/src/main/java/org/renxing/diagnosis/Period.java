package org.renxing.diagnosis;

import java.io.Serializable;
import java.util.List;

/**
 * What diagnosis needs to know of a year, or of all years together, whatever the number of units.
 *
 * @param units unit-years
 * @param values moments of normalised values
 * @param ranks moments of their percentiles within the year
 * @param influence of the members of all targets, one after another
 */
public record Period(
    int year, long units, CrossMoments values, CrossMoments ranks, List<Influence> influence)
    implements Serializable {
  /** The year that stands for all. */
  static final int ALL_YEARS = 0;

  public Period {
    influence = List.copyOf(influence);
  }
}
