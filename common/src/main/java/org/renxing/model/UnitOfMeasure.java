package org.renxing.model;

import java.util.List;

/**
 * A unit of measure and its size in the unit that its dimension is counted in.
 *
 * @param dimension what it measures, such as {@code money} or {@code persons}; only units of one
 *     dimension convert into each other
 * @param factor how many base units of the dimension one of it is
 * @param aliases other spellings, such as 万元
 */
public record UnitOfMeasure(String name, String dimension, double factor, List<String> aliases) {
  public UnitOfMeasure {
    aliases = List.copyOf(aliases);
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "unit of measure " + name + ": factor must be above 0, found " + factor);
    }
  }
}
