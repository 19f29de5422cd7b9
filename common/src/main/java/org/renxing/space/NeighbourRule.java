package org.renxing.space;

import java.io.Serializable;
import java.util.List;
import org.renxing.measure.MeasurePanel.Unit;

/** Says which units are neighbours of a unit. */
public interface NeighbourRule extends Serializable {
  /**
   * The neighbours of each unit, as places in the list, upwards; never itself; none for a unit
   * without any.
   *
   * @param units by id, upwards
   */
  int[][] neighbours(List<Unit> units);

  /** What tables call it, such as {@code knn:4}. */
  String text();
}
