package org.renxing.jobs.gold.panel;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.renxing.jobs.gold.units.Units;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.panel.StatisticsKernel;
import org.renxing.panel.UnitFigures;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.shrinkage.PartLoss;
import org.renxing.territory.UnitDirectory;

/** The statistics of a scenario's units, read once for the analyses that rest on them. */
public final class UnitStatistics {
  /**
   * One record a unit of the scenario's levels and ids, whether or not the filter or missing
   * indicators keep it out of the index.
   */
  public static final Need<Records<UnitFigures>> FIGURES =
      figures(
          "statistics",
          (scenario, given) ->
              of(StatisticsKernel.of(scenario), given, given.get(Units.IDS)).kept());

  /** Statistics of parts of those units that are in force in the scenario's last year. */
  public static final Need<Records<UnitFigures>> FIGURES_OF_PARTS =
      figures(
          "statistics of parts",
          (scenario, given) ->
              of(StatisticsKernel.of(scenario, PartLoss.WANTED), given, parts(scenario, given)));

  /** Variables of the same units, under their own names; no record where there are none. */
  public static final Need<Records<UnitFigures>> VARIABLES =
      BaseUnits.narrowed(
          Need.of(
              "variables",
              List.of(BaseUnits.OF_SCENARIO, Units.IDS),
              scenario -> List.of(scenario.variables(), scenario.years()),
              (scenario, given) ->
                  scenario.variables().isEmpty()
                      ? LocalRecords.of(List.of())
                      : of(StatisticsKernel.ofVariables(scenario), given, given.get(Units.IDS))),
          scenario -> StatisticsKernel.ofVariables(scenario).base().codes());

  private UnitStatistics() {}

  /** Whether a scenario says where to find them. */
  public static boolean are(Scenario scenario, Statistic... wanted) {
    return scenario.statistics().keySet().containsAll(Arrays.asList(wanted));
  }

  private static Need<Records<UnitFigures>> figures(
      String name, Need.Making<Records<UnitFigures>> making) {
    return BaseUnits.narrowed(
        Need.of(
            name,
            List.of(BaseUnits.OF_SCENARIO, Units.IDS, Units.DIRECTORY),
            scenario -> List.of(scenario.statistics(), scenario.carbon().items(), scenario.years()),
            making),
        scenario -> StatisticsKernel.of(scenario).base().codes());
  }

  private static Set<String> parts(Scenario scenario, Given given) {
    Set<String> units = given.get(Units.IDS);
    Set<String> parts = new TreeSet<>();
    for (UnitDirectory.Unit unit : given.get(Units.DIRECTORY).all()) {
      // NaN where a unit is still in force
      if (unit.attribute("parent_id").filter(units::contains).isPresent()
          && !(unit.number("valid_to") < scenario.years().last())) {
        parts.add(unit.id());
      }
    }
    return parts;
  }

  private static Records<UnitFigures> of(StatisticsKernel kernel, Given given, Set<String> units) {
    BaseUnits base = given.get(BaseUnits.OF_SCENARIO);
    return kernel.reading(base.grid()).build(base.of(units));
  }
}
