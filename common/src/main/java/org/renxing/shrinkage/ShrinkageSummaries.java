package org.renxing.shrinkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.ShrinkagePolicy.SizeClass;
import org.renxing.records.Records;
import org.renxing.summary.Groupings;
import org.renxing.territory.UnitDirectory;
import org.renxing.territory.UnitDirectory.Group;
import org.renxing.territory.UnitDirectory.Unit;

/**
 * Counts and shares of shrinking units by group, as Q prints them.
 *
 * <p>Beside the groups of the scenario these are is_resource_based, resource_type (life cycle of a
 * resource-based city, {@code other} for one known not to be one), parent_resource_type (that of
 * the unit to which it belongs), north_south, and size_class (of the last year). A unit of which it
 * is not known is left out of a grouping.
 */
public final class ShrinkageSummaries {
  private static final String IS_RESOURCE_BASED = "is_resource_based";
  private static final String RESOURCE_TYPE = "resource_type";
  private static final String PARENT = "parent_resource_type";
  private static final String NORTH_SOUTH = "north_south";

  private ShrinkageSummaries() {}

  /**
   * The groups of shrinkage.
   *
   * @param columns groupings of the scenario
   * @throws org.renxing.model.RenxingException CONFIGURATION where one names no column of units
   */
  public static Groupings groupings(
      UnitDirectory units, List<String> columns, ShrinkagePolicy policy) {
    Set<String> all = new LinkedHashSet<>(columns);
    all.addAll(List.of(IS_RESOURCE_BASED, RESOURCE_TYPE, PARENT, NORTH_SOUTH));
    List<String> known = new ArrayList<>(units.columns());
    known.addAll(List.of(RESOURCE_TYPE, PARENT, NORTH_SOUTH));
    List<Unit> typed = units.all().stream().map(unit -> typed(unit, units, policy)).toList();
    return new Groupings(new UnitDirectory(known, typed), List.copyOf(all));
  }

  private static Unit typed(Unit unit, UnitDirectory units, ShrinkagePolicy policy) {
    Map<String, String> out = new HashMap<>(unit.attributes());
    resourceType(unit).ifPresent(type -> out.put(RESOURCE_TYPE, type));
    unit.attribute("parent_id")
        .flatMap(units::find)
        .flatMap(ShrinkageSummaries::resourceType)
        .ifPresent(type -> out.put(PARENT, type));
    Set<String> north = policy.northProvinces();
    unit.attribute("province_code")
        .filter(code -> !north.isEmpty())
        .map(code -> north.contains(code.substring(0, 2)) ? "north" : "south")
        .ifPresent(side -> out.put(NORTH_SOUTH, side));
    return new Unit(unit.id(), unit.name(), out);
  }

  private static Optional<String> resourceType(Unit unit) {
    return unit.attribute(IS_RESOURCE_BASED)
        .map(
            is ->
                Boolean.parseBoolean(is)
                    ? unit.attribute("life_cycle").orElse("unknown")
                    : "other");
  }

  /**
   * The groups of each span.
   *
   * @param groupings from {@link #groupings}
   */
  public static Records<ShrinkageGroup> of(
      Records<SpanVerdict> units, Groupings groupings, ShrinkagePolicy policy) {
    List<SizeClass> classes = policy.sizeClasses();
    return groupings
        .summarise(
            units,
            SpanVerdict::unitId,
            unit -> unit.span().toString(),
            (group, members) -> ShrinkageGroup.of(group, members, classes))
        .and(
            units
                .where(unit -> !unit.sizeClass().isEmpty())
                .groupedBy(
                    unit -> unit.span() + " " + unit.sizeClass(),
                    (key, members) -> List.of(bySize(members, classes)).iterator()));
  }

  private static ShrinkageGroup bySize(List<SpanVerdict> members, List<SizeClass> classes) {
    Group group = new Group("size_class", members.get(0).sizeClass());
    return ShrinkageGroup.of(group, members, classes);
  }
}
