package org.renxing.model;

import java.io.Serializable;

/**
 * A lever of a smart shrinkage under dual carbon: what it may yield, low and high
 * (docs/methods/path.md).
 *
 * @param input the statistic on which it works
 * @param low least yield a unit of the input
 * @param high largest yield a unit of the input
 * @param share of the input on which it works, in 0 to 1
 * @param factor from the unit of the input times that of the yield to {@code unit}
 * @param unit unit of measure of the result
 * @param source who says so
 * @param caution what the source leaves open; may be empty
 */
public record Lever(
    @Key(isUnique = true) String id,
    Statistic input,
    double low,
    double high,
    @Key(or = "1", is = Key.SHARE) double share,
    @Key(or = "1", is = "above 0") double factor,
    String unit,
    String source,
    @Key(or = "") String caution)
    implements Serializable {
  public Lever {
    require(low <= high, id, "low must not be above high, found " + low + " and " + high);
    require(share >= 0 && share <= 1, id, "share must be from 0 to 1, found " + share);
    require(factor > 0, id, "factor must be above 0, found " + factor);
  }

  private static void require(boolean holds, String id, String message) {
    if (!holds) {
      throw new RenxingException(ErrorCode.CONFIGURATION, "lever " + id + ": " + message);
    }
  }
}
