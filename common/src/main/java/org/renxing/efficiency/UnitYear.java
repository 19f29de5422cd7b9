package org.renxing.efficiency;

import java.io.Serializable;
import java.util.List;
import org.renxing.dea.UnitKey;

/**
 * A unit in a year with its scores under one weight scheme.
 *
 * @param scores in the order of the plan's systems; NaN where missing
 * @param groups in the order of the plan's group columns; empty where it has none
 */
public record UnitYear(
    String scheme, String unitId, int year, List<Double> scores, List<String> groups)
    implements Serializable {
  public UnitYear {
    scores = List.copyOf(scores);
    groups = List.copyOf(groups);
  }

  UnitKey key() {
    return new UnitKey(unitId, Integer.toString(year));
  }
}
