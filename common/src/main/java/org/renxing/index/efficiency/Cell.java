package org.renxing.index.efficiency;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.renxing.dea.Observations;

/**
 * Units of one family, year and group that lie in one partition, by their frontier. Public only
 * because Spark asks that of what it encodes.
 *
 * @param family place of the family in the plan
 * @param size how many units there are
 * @param frontier the units that may count in the whole: one set, or none where refused
 * @param refusal why a unit was refused; empty where none was
 */
public record Cell(
    int family, int year, String group, int size, List<Observations> frontier, String refusal)
    implements Serializable {
  static final Comparator<Cell> ORDER =
      Comparator.comparingInt(Cell::family)
          .thenComparingInt(Cell::year)
          .thenComparing(Cell::refusal);

  static Cell of(int family, int year, String group, int size, Observations frontier) {
    return new Cell(family, year, group, size, List.of(frontier), "");
  }

  static Cell refused(int family, int year, String group, String why) {
    return new Cell(family, year, group, 0, List.of(), why);
  }
}
