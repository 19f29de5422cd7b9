package org.renxing.jobs.gold.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.renxing.jobs.gold.quality.ObservedUnits;
import org.renxing.jobs.gold.quality.SuspectValue;
import org.renxing.jobs.gold.units.UnitBoundaries;
import org.renxing.jobs.gold.units.Units;
import org.renxing.jobs.silver.Observation;
import org.renxing.jobs.silver.UnitLineage;
import org.renxing.lake.TableState;
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
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.run.StoredRows;
import org.renxing.territory.Move;
import org.renxing.territory.UnitDirectory;

/**
 * The base values of units that a scenario's panel and statistics need, adjusted as it says. Silver
 * is read once for all scenarios.
 */
final class BaseUnits {
  private static final StoredRows<UnitSources> DOUBTED =
      StoredRows.whole(
          TableRecords.of(
              SuspectValue.TABLE,
              List.of("unit_id", "year", "indicator_code", "level"),
              row ->
                  UnitSources.doubt(
                      row.text("unit_id"),
                      row.whole("year"),
                      row.text("indicator_code"),
                      row.text("level").equals("quarantine"))));

  /** All that silver says of units, by unit. */
  private static final Need<Records<UnitSources>> SOURCES =
      Need.ofRun(
          "sources of units",
          List.of(ObservedUnits.ALL, DOUBTED, Units.DIRECTORY),
          BaseUnits::sources);

  /**
   * The base values of a scenario. Which of them there are, and the groups of units, are told by
   * the needs that read them, since no other is changed by that.
   */
  static final Need<BaseUnits> OF_SCENARIO =
      Need.of(
              "base units",
              List.of(SOURCES, UnitBoundaries.MOVES, Units.DIRECTORY),
              scenario -> List.of(scenario.adjustment(), scenario.years(), scenario.asOf()),
              BaseUnits::new)
          .narrowed(
              UnitLineage.TABLE,
              (state, scenario) -> isMerged(scenario) ? state.contentOf(TableState.WHOLE) : "");

  private final Scenario scenario;
  private final Given given;
  private final PanelGrid grid;
  private final AdjustmentKernel adjustment;

  private BaseUnits(Scenario scenario, Given given) {
    this.scenario = scenario;
    this.given = given;
    List<Merge> merges =
        isMerged(scenario) ? merges(scenario, given.get(UnitBoundaries.MOVES)) : List.of();
    this.adjustment = new AdjustmentKernel(scenario, merges, provinces());
    Set<String> codes = new TreeSet<>(PanelKernel.of(scenario).base().codes());
    codes.addAll(StatisticsKernel.of(scenario).base().codes());
    codes.addAll(StatisticsKernel.ofVariables(scenario).base().codes());
    this.grid = adjustment.base(codes);
  }

  /**
   * A need that rests on the base values of some indicators, and of the deflator: of observations
   * and suspects only these count.
   */
  static <T> Need<T> narrowed(Need<T> need, Function<Scenario, Collection<String>> indicators) {
    Function<Scenario, Set<String>> codes =
        scenario -> {
          Set<String> out = new TreeSet<>(indicators.apply(scenario));
          scenario.adjustment().prices().ifPresent(prices -> out.add(prices.deflator()));
          return out;
        };
    return need.narrowed(
            Observation.TABLE,
            (state, scenario) ->
                Observation.contentOf(state, codes.apply(scenario), scenario.asOf().isPresent()))
        .narrowed(
            SuspectValue.TABLE,
            (state, scenario) -> SuspectValue.contentOf(state, codes.apply(scenario)));
  }

  private static boolean isMerged(Scenario scenario) {
    return scenario.adjustment().boundaries() == Adjustment.Boundaries.MERGED;
  }

  /** The merges that an adjustment of boundaries knows, the indirect ones too. */
  static List<Merge> merges(Scenario scenario, List<Move> moves) {
    return Merge.closure(
        moves.stream()
            .filter(Move::isMerge)
            .filter(move -> move.year() <= scenario.years().last())
            .map(move -> new Merge(move.from(), move.to(), move.year()))
            .toList());
  }

  /** The province of each unit that is none. */
  private Map<String, String> provinces() {
    Map<String, String> out = new TreeMap<>();
    for (UnitDirectory.Unit unit : given.get(Units.DIRECTORY).all()) {
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
    return of(given.get(SOURCES));
  }

  /** The values of some units, lazily. */
  Records<UnitBase> of(Set<String> unitIds) {
    Set<String> wanted = new TreeSet<>(unitIds);
    AdjustmentKernel needs = adjustment;
    return of(given
            .get(SOURCES)
            .where(u -> wanted.contains(u.unitId()) || needs.isNeeded(u.unitId())))
        .where(unit -> wanted.contains(unit.unitId()));
  }

  private Records<UnitBase> of(Records<UnitSources> sources) {
    PanelGrid cells = grid;
    String column = scenario.imputation().fallbackGroup();
    UnitDirectory units = given.get(Units.DIRECTORY);
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

  private static Records<UnitSources> sources(Given given) {
    List<UnitSources> listed = new ArrayList<>();
    given.get(Units.DIRECTORY).all().forEach(unit -> listed.add(UnitSources.listed(unit.id())));
    return given
        .get(ObservedUnits.ALL)
        .and(given.get(DOUBTED).combined(UnitSources::unitId, ObservedUnits::together))
        .and(LocalRecords.of(listed))
        .groupedBy(UnitSources::unitId, ObservedUnits::together)
        .kept();
  }
}
