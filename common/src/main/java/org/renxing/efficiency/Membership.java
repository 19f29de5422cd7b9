package org.renxing.efficiency;

import java.io.Serializable;

/**
 * A unit in a year as one of those of a family.
 *
 * @param family its place in the plan
 * @param number of the part to which the unit is given
 */
record Membership(UnitYear unit, int family, String group, int number) implements Serializable {
  /** The units of which one frontier is taken. */
  String part() {
    return family + "\n" + unit.year() + "\n" + group + "\n" + number;
  }
}
