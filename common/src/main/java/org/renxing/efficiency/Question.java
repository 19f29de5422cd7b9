package org.renxing.efficiency;

import java.io.Serializable;

/**
 * A programme put to a unit in a year.
 *
 * @param programme its place in the plan
 * @param group the reference set's group; empty where groups part none, or the unit has none
 * @param block the number of the block of its year and group that answers it
 */
record Question(UnitYear unit, int programme, String group, int block) implements Serializable {
  /** Of what one block consists. */
  String ofBlock() {
    return programme + "\n" + unit.year() + "\n" + group + "\n" + block;
  }
}
