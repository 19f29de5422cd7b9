package org.renxing.shrinkage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.territory.UnitDirectory;
import org.renxing.territory.UnitDirectory.Group;
import org.renxing.territory.UnitDirectory.Unit;

/**
 * Counts and shares of shrinking units by group, as Q prints them.
 *
 * <p>Beside the groups of the scenario these are resource_type (life cycle of a resource-based
 * city, {@code other} for one known not to be one), parent_resource_type (that of the unit to which
 * it belongs), north_south, and size_class (of the last year). A unit of which it is not known is
 * left out of a grouping.
 */
public final class ShrinkageSummaries implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String RESOURCE_TYPE = "resource_type";
  private static final String PARENT = "parent_resource_type";
  private static final String NORTH_SOUTH = "north_south";
  private static final String IS_RESOURCE_BASED = "is_resource_based";

  private final UnitDirectory units;
  private final Set<String> groupings;
  private final ShrinkagePolicy policy;

  /**
   * Summaries by groups.
   *
   * @param groupings of the scenario
   * @throws org.renxing.model.RenxingException CONFIGURATION where one names no column of units
   */
  public ShrinkageSummaries(UnitDirectory units, List<String> groupings, ShrinkagePolicy policy) {
    this.units = units;
    this.groupings = new LinkedHashSet<>(groupings);
    this.policy = policy;
    List<String> own = List.of(RESOURCE_TYPE, PARENT, NORTH_SOUTH);
    this.groupings.add(IS_RESOURCE_BASED);
    this.groupings.stream()
        .filter(g -> !own.contains(g))
        .forEach(g -> units.requireColumn(g, "groupings"));
    this.groupings.addAll(own);
  }

  /** The groups of units between two years: all of one span. */
  public List<ShrinkageGroup> of(List<SpanVerdict> all) {
    Map<Group, List<SpanVerdict>> members = new TreeMap<>();
    for (SpanVerdict one : all) {
      groups(one).forEach(g -> members.computeIfAbsent(g, k -> new ArrayList<>()).add(one));
    }
    List<ShrinkageGroup> out = new ArrayList<>();
    members.forEach((group, in) -> out.add(ShrinkageGroup.of(group, in, policy.sizeClasses())));
    return out;
  }

  private List<Group> groups(SpanVerdict one) {
    List<Group> out = new ArrayList<>(List.of(Group.EVERY));
    Optional<Unit> unit = units.find(one.unitId());
    for (String grouping : groupings) {
      unit.flatMap(u -> value(u, grouping)).ifPresent(v -> out.add(new Group(grouping, v)));
    }
    if (!one.sizeClass().isEmpty()) {
      out.add(new Group("size_class", one.sizeClass()));
    }
    return out;
  }

  private Optional<String> value(Unit unit, String grouping) {
    return switch (grouping) {
      case RESOURCE_TYPE -> resourceType(unit);
      case PARENT -> unit.attribute("parent_id").flatMap(units::find).flatMap(this::resourceType);
      case NORTH_SOUTH -> northSouth(unit);
      default -> unit.attribute(grouping);
    };
  }

  private Optional<String> resourceType(Unit unit) {
    return unit.attribute(IS_RESOURCE_BASED)
        .map(
            is ->
                Boolean.parseBoolean(is)
                    ? unit.attribute("life_cycle").orElse("unknown")
                    : "other");
  }

  private Optional<String> northSouth(Unit unit) {
    return policy.northProvinces().isEmpty()
        ? Optional.empty()
        : unit.attribute("province_code")
            .map(
                code -> policy.northProvinces().contains(code.substring(0, 2)) ? "north" : "south");
  }
}
