package org.renxing.jobs.gold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.renxing.model.Adjustment;
import org.renxing.model.Scenario;
import org.renxing.panel.AdjustmentKernel;
import org.renxing.panel.Merge;
import org.renxing.panel.PanelGrid;
import org.renxing.panel.PanelKernel;
import org.renxing.panel.StatisticsKernel;
import org.renxing.panel.UnitBase;
import org.renxing.panel.UnitSources;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;
import org.renxing.territory.Move;
import org.renxing.territory.UnitDirectory;

/**
 * The base values of units that a scenario's panel and statistics need, adjusted as it says. Silver
 * is read once for all scenarios.
 */
final class BaseUnits {
  private static final SharedKey<Records<UnitSources>> SOURCES =
      new SharedKey<>("sources of units", "");

  private static final TableRecords<UnitSources> DOUBTED =
      TableRecords.of(
          SuspectValue.TABLE,
          List.of("unit_id", "year", "indicator_code", "level"),
          row ->
              UnitSources.doubt(
                  row.text("unit_id"),
                  row.whole("year"),
                  row.text("indicator_code"),
                  row.text("level").equals("quarantine")));

  private final Scenario scenario;
  private final Inputs inputs;
  private final PanelGrid grid;
  private final AdjustmentKernel adjustment;

  /** The base values of a scenario. */
  BaseUnits(Scenario scenario, Inputs inputs) {
    this.scenario = scenario;
    this.inputs = inputs;
    this.adjustment = new AdjustmentKernel(scenario, merges(scenario, inputs), provinces());
    Set<String> codes = new TreeSet<>(PanelKernel.of(scenario).base().codes());
    codes.addAll(StatisticsKernel.of(scenario).base().codes());
    this.grid = adjustment.base(codes);
  }

  /** The merges that the adjustment knows, the indirect ones too. */
  static List<Merge> merges(Scenario scenario, Inputs inputs) {
    if (scenario.adjustment().boundaries() != Adjustment.Boundaries.MERGED) {
      return List.of();
    }
    return Merge.closure(
        UnitBoundaries.moves(inputs).stream()
            .filter(Move::isMerge)
            .filter(move -> move.year() <= scenario.years().last())
            .map(move -> new Merge(move.from(), move.to(), move.year()))
            .toList());
  }

  /** The province of each unit that is none. */
  private Map<String, String> provinces() {
    Map<String, String> out = new TreeMap<>();
    for (UnitDirectory.Unit unit : Units.directory(inputs).all()) {
      unit.attribute("province_code")
          .filter(province -> !province.equals(unit.id()))
          .ifPresent(province -> out.put(unit.id(), province));
    }
    return out;
  }

  /** The grid of the values. */
  PanelGrid grid() {
    return grid;
  }

  /** The values of all units, lazily; units that are listed have a record even without any. */
  Records<UnitBase> all() {
    return of(sources(inputs));
  }

  /** The values of some units, lazily. */
  Records<UnitBase> of(Set<String> unitIds) {
    Set<String> wanted = new TreeSet<>(unitIds);
    AdjustmentKernel needs = adjustment;
    return of(sources(inputs).where(u -> wanted.contains(u.unitId()) || needs.isNeeded(u.unitId())))
        .where(unit -> wanted.contains(unit.unitId()));
  }

  private Records<UnitBase> of(Records<UnitSources> sources) {
    PanelGrid cells = grid;
    String column = scenario.imputation().fallbackGroup();
    UnitDirectory units = Units.directory(inputs);
    boolean isWhole = column.isBlank() || column.equals(UnitDirectory.ALL);
    if (!isWhole) {
      units.requireColumn(column, "missing.fallback-group");
    }
    Map<String, String> groups = new TreeMap<>();
    for (UnitDirectory.Unit unit : units.all()) {
      Optional<String> group = isWhole ? Optional.of(column) : unit.attribute(column);
      group.ifPresent(value -> groups.put(unit.id(), value));
    }
    TreeMap<String, String> groupOf = new TreeMap<>(groups);
    String day = scenario.asOf().map(String::valueOf).orElse("");
    return adjustment.build(
        cells, sources.map(unit -> unit.base(cells, groupOf.getOrDefault(unit.unitId(), ""), day)));
  }

  /** All that silver says of units, by unit. */
  private static Records<UnitSources> sources(Inputs inputs) {
    return inputs.shared(
        SOURCES,
        () -> {
          List<UnitSources> listed = new ArrayList<>();
          Units.directory(inputs).all().forEach(unit -> listed.add(UnitSources.listed(unit.id())));
          return ObservedUnits.of(inputs)
              .and(inputs.records(DOUBTED).combined(UnitSources::unitId, ObservedUnits::together))
              .and(LocalRecords.of(listed))
              .groupedBy(UnitSources::unitId, ObservedUnits::together)
              .kept();
        });
  }
}
