package org.renxing.efficiency;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.renxing.dea.Frontier;
import org.renxing.dea.Observations;
import org.renxing.model.RenxingException;

/**
 * Some of the units of one family, year and group, by their frontier: only its units can be those
 * of the whole's (Barr and Durchholz 1997).
 *
 * @param family place of the family in the plan
 * @param size how many units there are
 * @param frontier the units that may count in the whole: one set, or none where refused
 * @param refusal why a unit was refused; empty where none was
 */
record Cell(
    int family, int year, String group, int size, List<Observations> frontier, String refusal)
    implements Serializable {
  static final Comparator<Cell> ORDER =
      Comparator.comparingInt(Cell::family)
          .thenComparingInt(Cell::year)
          .thenComparing(Cell::refusal);

  /**
   * A part of the units of a family, year and group. What the engine refuses is said in the cell,
   * so that of all parts the first can be named.
   *
   * @param place of the family in the plan
   */
  static Cell of(Plan plan, int place, List<UnitYear> part) {
    SharedFrontier family = plan.families().get(place);
    List<UnitYear> units = part.stream().sorted(Comparator.comparing(UnitYear::unitId)).toList();
    int year = units.get(0).year();
    String group = plan.group(units.get(0), family.groupColumn());
    try {
      Observations frontier =
          Frontier.layers(plan.observations(units, family), family.widest(), family.layers());
      return new Cell(place, year, group, units.size(), List.of(frontier), "");
    } catch (RenxingException e) {
      return new Cell(place, year, group, 0, List.of(), e.getMessage());
    }
  }
}
