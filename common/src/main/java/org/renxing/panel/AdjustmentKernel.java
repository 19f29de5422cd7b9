package org.renxing.panel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.renxing.model.Adjustment;
import org.renxing.model.Scenario;
import org.renxing.records.Records;

/** Adjusts the base values of units: boundaries first, then prices (methods: panel). */
public final class AdjustmentKernel implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Integer> years;
  private final List<MergedBoundaries> boundaries;
  private final List<ConstantPrices> prices;
  private final Map<String, List<String>> successors = new TreeMap<>();
  private final Map<String, List<String>> towns = new TreeMap<>();

  /**
   * The adjustment of a scenario.
   *
   * @param merges units that passed over, the indirect ones too ({@link Merge#closure}); those
   *     after the scenario's last year do not count
   * @param provinces the unit whose levels of prices stand in, by unit
   */
  public AdjustmentKernel(Scenario scenario, List<Merge> merges, Map<String, String> provinces) {
    Adjustment adjustment = scenario.adjustment();
    this.years = scenario.years().years();
    this.prices =
        adjustment.prices().map(wanted -> new ConstantPrices(wanted, adjustment)).stream().toList();
    List<Merge> counted =
        merges.stream().filter(merge -> merge.year() <= scenario.years().last()).toList();
    this.boundaries =
        adjustment.boundaries() == Adjustment.Boundaries.MERGED
            ? List.of(new MergedBoundaries(counted, adjustment.additive()))
            : List.of();
    boundaries.forEach(
        b -> b.successors().forEach(to -> b.predecessors(to).forEach(u -> add(successors, u, to))));
    if (!prices.isEmpty()) {
      provinces.forEach((unit, province) -> add(towns, province, unit));
    }
  }

  private static void add(Map<String, List<String>> lists, String key, String one) {
    lists.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
  }

  /** The grid of some base indicators and all that their adjustment needs. */
  public PanelGrid base(Collection<String> codes) {
    TreeSet<Integer> every = new TreeSet<>(years);
    TreeSet<String> all = new TreeSet<>(codes);
    for (ConstantPrices wanted : prices) {
      every.addAll(wanted.years());
      all.add(wanted.deflator());
    }
    return new PanelGrid(every, all);
  }

  /** Whether the values of other units rest on those of this one. */
  public boolean isNeeded(String unitId) {
    return successors.containsKey(unitId) || towns.containsKey(unitId);
  }

  /**
   * The adjusted units, lazily.
   *
   * @param units along the grid: of the scenario, those that passed over to them, and their
   *     provinces; each once
   */
  public Records<UnitBase> build(PanelGrid grid, Records<UnitBase> units) {
    Records<UnitBase> out = units;
    for (MergedBoundaries later : boundaries) {
      out = gathered(out, successors, (unit, others) -> later.of(grid, unit, others));
    }
    for (ConstantPrices wanted : prices) {
      out =
          gathered(
              out,
              towns,
              (unit, others) -> wanted.of(grid, unit, others.values().stream().findFirst()));
    }
    return out;
  }

  /** A unit changed by what it needs of others. */
  private interface Change extends Serializable {
    UnitBase of(UnitBase unit, Map<String, UnitBase> others);
  }

  /** A unit, and one that needs it. */
  private record Needed(String by, UnitBase unit) implements Serializable {}

  /** Brings to each unit those that it needs. */
  private static Records<UnitBase> gathered(
      Records<UnitBase> units, Map<String, List<String>> of, Change change) {
    TreeMap<String, List<String>> users = new TreeMap<>(of);
    return units
        .flatMap(
            unit -> {
              List<Needed> out = new ArrayList<>(List.of(new Needed(unit.unitId(), unit)));
              users
                  .getOrDefault(unit.unitId(), List.of())
                  .forEach(user -> out.add(new Needed(user, unit)));
              return out.iterator();
            })
        .groupedBy(Needed::by, (by, all) -> changed(by, all, change));
  }

  private static Iterator<UnitBase> changed(String by, List<Needed> all, Change change) {
    Map<String, UnitBase> units = new TreeMap<>();
    all.forEach(one -> units.put(one.unit().unitId(), one.unit()));
    return Optional.ofNullable(units.remove(by)).map(unit -> change.of(unit, units)).stream()
        .iterator();
  }
}
