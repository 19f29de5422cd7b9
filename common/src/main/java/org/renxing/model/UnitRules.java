package org.renxing.model;

import java.util.List;

/**
 * The rules of analyses of units that hold for all scenarios: conf/rules.
 *
 * @param shrinkage when a unit shrinks severely, and the like
 * @param path from evidence to a path
 * @param levers what may be done, low and high
 */
public record UnitRules(ShrinkagePolicy shrinkage, PathPolicy path, List<Lever> levers) {
  public UnitRules {
    levers = List.copyOf(levers);
  }
}
