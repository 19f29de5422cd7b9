package org.renxing.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.renxing.records.Records;
import org.renxing.territory.UnitDirectory;
import org.renxing.territory.UnitDirectory.Group;

/**
 * The groups by which figures of units are summed up: that of all units, and one for each value of
 * a grouping. A unit without a value in a grouping is left out of it.
 */
public final class Groupings implements Serializable {
  private static final long serialVersionUID = 1L;
  private final UnitDirectory units;
  private final List<String> columns;

  /**
   * Groups of units.
   *
   * @param columns what is known of units
   * @throws org.renxing.model.RenxingException CONFIGURATION where units have no such column
   */
  public Groupings(UnitDirectory units, List<String> columns) {
    columns.forEach(column -> units.requireColumn(column, "groupings"));
    this.units = units;
    this.columns = List.copyOf(columns);
  }

  /** What is made of those records of a part that belong to one group; they come in any order. */
  public interface Summary<T, R> extends Serializable {
    R of(Group group, List<T> members);
  }

  /**
   * Sums up records by group.
   *
   * @param unit the unit that a record is about
   * @param part within what groups are taken, such as the year
   */
  public <T extends Serializable, R extends Serializable> Records<R> summarise(
      Records<T> records, Records.Key<T> unit, Records.Key<T> part, Summary<T, R> summary) {
    UnitDirectory known = units;
    List<String> groupings = columns;
    return records.groupedBy(
        part,
        (key, all) -> {
          Map<Group, List<T>> groups = new TreeMap<>();
          for (T record : all) {
            for (Group group : known.groups(unit.of(record), groupings)) {
              groups.computeIfAbsent(group, g -> new ArrayList<>()).add(record);
            }
          }
          return groups.entrySet().stream()
              .map(e -> summary.of(e.getKey(), e.getValue()))
              .iterator();
        });
  }
}
