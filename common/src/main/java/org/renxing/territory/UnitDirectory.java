package org.renxing.territory;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Units, each once in its newest state, and the groups to which they belong. */
public final class UnitDirectory implements Serializable {
  /** Type and value of the group that holds every unit. */
  public static final String ALL = "all";

  private static final long serialVersionUID = 1L;

  private final List<String> columns;
  private final LinkedHashMap<String, Unit> units = new LinkedHashMap<>();

  /**
   * A directory.
   *
   * @param columns what is known of units, which is what they may be grouped by
   * @param units each once
   */
  public UnitDirectory(List<String> columns, List<Unit> units) {
    this.columns = List.copyOf(columns);
    units.forEach(unit -> this.units.put(unit.id(), unit));
  }

  /**
   * A unit.
   *
   * @param name the newest official one
   * @param attributes text of what is given, by column
   */
  public record Unit(String id, String name, Map<String, String> attributes)
      implements Serializable {
    public Unit {
      attributes = Map.copyOf(attributes);
    }

    /** What is known of the unit; empty for nothing. */
    public Optional<String> attribute(String column) {
      return Optional.ofNullable(attributes.get(column));
    }

    /** A number that is known of the unit; NaN for none. */
    public double number(String column) {
      return attribute(column).map(Double::parseDouble).orElse(Double.NaN);
    }
  }

  /** A group, such as the east of region3. */
  public record Group(String type, String value) implements Serializable, Comparable<Group> {
    /** The group of all units. */
    public static final Group EVERY = new Group(ALL, ALL);

    @Override
    public int compareTo(Group other) {
      int byType = type.compareTo(other.type);
      return byType != 0 ? byType : value.compareTo(other.value);
    }
  }

  /** What is known of units. */
  public List<String> columns() {
    return columns;
  }

  /** All units, in the order in which they were given. */
  public List<Unit> all() {
    return List.copyOf(units.values());
  }

  /** A unit; empty where it is not listed. */
  public Optional<Unit> find(String id) {
    return Optional.ofNullable(units.get(id));
  }

  /** The name of a unit; null where it is not listed, which no table lets through. */
  public String name(String id) {
    return find(id).map(Unit::name).orElse(null);
  }

  /** The English name of a unit; null where none is known. */
  public String nameEn(String id) {
    return find(id).flatMap(unit -> unit.attribute("name_en")).orElse(null);
  }

  /** The value of a grouping for a unit; empty where it has none. */
  public Optional<String> group(String id, String grouping) {
    return find(id).flatMap(unit -> unit.attribute(grouping));
  }

  /** The groups to which a unit belongs: that of all units, and one for each grouping it has. */
  public List<Group> groups(String id, List<String> groupings) {
    List<Group> out = new ArrayList<>();
    out.add(Group.EVERY);
    for (String grouping : groupings) {
      group(id, grouping).ifPresent(value -> out.add(new Group(grouping, value)));
    }
    return out;
  }

  /**
   * Says plainly that a grouping names no column.
   *
   * @param key the configuration key that names it
   * @throws RenxingException CONFIGURATION
   */
  public void requireColumn(String column, String key) {
    if (!columns.contains(column)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          key + ": units have no column '" + column + "'; they have " + columns);
    }
  }
}
