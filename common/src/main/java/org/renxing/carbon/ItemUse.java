package org.renxing.carbon;

import org.renxing.model.CarbonRules.Item;

/** What a unit used in a year of one item of the inventory. */
public record ItemUse(String unitId, int year, Item item, double consumption) {
  /** t of CO2. */
  public double emissions() {
    return consumption * item.factor().tonnes();
  }
}
