package org.renxing.model;

import java.util.List;

/**
 * The rules of analyses of units that hold for all scenarios: conf/rules.
 *
 * @param shrinkage when a unit shrinks severely, and the like
 * @param path from evidence to a path
 * @param levers what may be done, low and high
 * @param vacancy how signals of occupancy are weighed
 * @param land how land observed from afar is judged
 */
public record UnitRules(
    ShrinkagePolicy shrinkage,
    PathPolicy path,
    List<Lever> levers,
    VacancyPolicy vacancy,
    LandRules land) {
  public UnitRules {
    levers = List.copyOf(levers);
  }
}
