package org.renxing.model;

import java.io.Serializable;
import java.util.List;

/**
 * A total, the rate that it makes by head, and the populations that it may be divided by.
 *
 * @param rate base indicator
 * @param total base indicator, at the prices of the rate
 * @param heads base indicators; the first is the one that the rate is about, the others are
 *     tolerated
 * @param factor turns rate times heads into the unit of measure of the total
 * @param tolerance largest absolute logarithm of rate times heads over total that is no suspect
 */
public record PerHead(
    String id,
    @Key(names = Key.BASE_INDICATOR) String rate,
    @Key(names = Key.BASE_INDICATOR) String total,
    @Key(names = Key.BASE_INDICATOR) List<String> heads,
    double factor,
    @Key(or = "0.2", is = "above 0") double tolerance)
    implements Serializable {
  public PerHead {
    heads = List.copyOf(heads);
    if (heads.isEmpty() || !(factor > 0) || !(tolerance > 0)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "per-head check "
              + id
              + ": at least one population, and a factor and a tolerance above 0 are required,"
              + " found "
              + heads
              + ", "
              + factor
              + " and "
              + tolerance);
    }
  }
}
