package org.renxing.geo;

import java.io.Serializable;

/**
 * What of a patch lies in one piece of a unit.
 *
 * @param unit empty for what lies outside all
 * @param zone empty likewise
 * @param isMain whether it is the largest of the patch in its unit, of equal ones the first by
 *     zone; never outside
 */
public record PatchPiece(String unit, String zone, double areaKm2, boolean isMain)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Whether it lies outside all units. */
  public boolean isOutside() {
    return unit.isEmpty();
  }
}
