package org.renxing.carbon;

import org.renxing.model.CarbonRules.Item;

/** What a unit used in a year of one item of the inventory. */
public record ItemUse(String unitId, int year, Item item, double consumption) {
  /** t of CO2 for one unit of use there and then. */
  public double factor() {
    return item.factor().tonnes(unitId, year);
  }

  /** t of CO2. */
  public double emissions() {
    return consumption * factor();
  }
}
