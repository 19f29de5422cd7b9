package org.renxing.panel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.renxing.model.Adjustment;
import org.renxing.model.Scenario;

/** Adjusts the base values of all units at once: boundaries first, then prices (methods: panel). */
public final class AdjustmentKernel {
  private final Scenario scenario;
  private final Optional<MergedBoundaries> boundaries;
  private final Optional<ConstantPrices> prices;
  private final Map<String, String> provinces;

  /**
   * The adjustment of a scenario.
   *
   * @param merges units that passed over, the indirect ones too ({@link Merge#closure}); those
   *     after the scenario's last year do not count
   * @param provinces the unit whose levels of prices stand in, by unit
   */
  public AdjustmentKernel(Scenario scenario, List<Merge> merges, Map<String, String> provinces) {
    Adjustment adjustment = scenario.adjustment();
    List<Merge> counted =
        merges.stream().filter(merge -> merge.year() <= scenario.years().last()).toList();
    this.scenario = scenario;
    this.provinces = new TreeMap<>(provinces);
    this.boundaries =
        adjustment.boundaries() == Adjustment.Boundaries.MERGED
            ? Optional.of(new MergedBoundaries(counted, adjustment.additive()))
            : Optional.empty();
    this.prices = adjustment.prices().map(wanted -> new ConstantPrices(wanted, adjustment));
  }

  /** The grid of some base indicators and all that their adjustment needs. */
  public PanelGrid base(Collection<String> codes) {
    TreeSet<Integer> years = new TreeSet<>(scenario.years().years());
    TreeSet<String> all = new TreeSet<>(codes);
    prices.ifPresent(
        wanted -> {
          years.addAll(wanted.years());
          all.add(wanted.deflator());
        });
    return new PanelGrid(years, all);
  }

  /**
   * The adjusted units, in the order given, along the same grid.
   *
   * @param units of the scenario, those that passed over to them, and their provinces
   */
  public List<UnitBase> build(PanelGrid grid, List<UnitBase> units) {
    Map<String, UnitBase> given = byId(units);
    List<UnitBase> merged =
        boundaries.map(b -> units.stream().map(u -> b.of(grid, u, given)).toList()).orElse(units);
    Map<String, UnitBase> series = byId(merged);
    return prices
        .map(p -> merged.stream().map(u -> p.of(grid, u, province(u, series))).toList())
        .orElse(merged);
  }

  private Optional<UnitBase> province(UnitBase unit, Map<String, UnitBase> series) {
    return Optional.ofNullable(provinces.get(unit.unitId())).map(series::get);
  }

  private static Map<String, UnitBase> byId(List<UnitBase> units) {
    Map<String, UnitBase> out = new TreeMap<>();
    units.forEach(unit -> out.put(unit.unitId(), unit));
    return out;
  }
}
