package org.renxing.jobs.gold;

import java.util.List;
import org.renxing.model.UnitRules;

/** The gold tables that judge units by the rules of conf/rules. */
public final class UnitRuleTables {
  private UnitRuleTables() {}

  /** In the order in which they are shown. */
  public static List<GoldTable> of(UnitRules rules) {
    return List.of(
        new ShrinkageUnit(rules),
        new ShrinkageSummary(rules),
        new LandPopulationUnit(rules),
        new SubUnitLoss(rules),
        new AgeStructureUnitYear(rules),
        new PathUnitYear(rules),
        new LeverUnit(rules.levers()));
  }
}
