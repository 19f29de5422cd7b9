package org.renxing.vacancy;

import org.renxing.model.OccupancySignal;

/**
 * Sums over areas of a unit, year and zone that have the same signals.
 *
 * @param pattern signals that are there, as bits; {@link #COUNTED} alone where occupied units were
 *     counted
 * @param areas how many
 * @param units Σ N
 * @param unitsSquared Σ N²
 * @param counted Σ of counted occupied units; of no meaning unless counted
 * @param occupied Σ of estimated occupied units by signal; of no meaning for absent signals
 */
public record PatternSum(
    int pattern, long areas, long units, double unitsSquared, double counted, PerSignal occupied)
    implements java.io.Serializable {
  private static final long serialVersionUID = 1L;

  /** The bit of areas with counted units, whatever signals they have beside. */
  static final int COUNTED = 1 << OccupancySignal.COUNT;

  boolean isCounted() {
    return pattern == COUNTED;
  }
}
