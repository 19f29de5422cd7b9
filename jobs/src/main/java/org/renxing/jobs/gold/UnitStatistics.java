package org.renxing.jobs.gold;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableName;
import org.renxing.panel.StatisticsKernel;
import org.renxing.panel.UnitFigures;
import org.renxing.records.Records;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;
import org.renxing.territory.UnitDirectory;

/** The statistics of a scenario's units, read once for the analyses that rest on them. */
final class UnitStatistics {
  static final List<TableName> INPUTS = ScenarioPanel.INPUTS;

  private UnitStatistics() {}

  /** Whether a scenario says where to find them. */
  static boolean are(Scenario scenario, Statistic... wanted) {
    return scenario.statistics().keySet().containsAll(Arrays.asList(wanted));
  }

  /** What of a scenario the statistics depend on. */
  static Object configuration(Scenario scenario) {
    return List.of(
        scenario.statistics(),
        scenario.carbon().items(),
        scenario.population(),
        scenario.years(),
        scenario.adjustment(),
        scenario.asOf());
  }

  /** Of observations and suspects only those of the base indicators that the statistics need. */
  static String contentOf(TableName input, TableState state, Scenario scenario) {
    return ScenarioPanel.contentOf(input, state, scenario, inputs(scenario));
  }

  private static Set<String> inputs(Scenario scenario) {
    Set<String> out = new TreeSet<>(StatisticsKernel.of(scenario).base().codes());
    scenario.adjustment().prices().ifPresent(prices -> out.add(prices.deflator()));
    return out;
  }

  /**
   * One record a unit of the scenario's levels and ids, whether or not the filter or missing
   * indicators keep it out of the index. Kept while the run lasts.
   */
  static Records<UnitFigures> figures(Scenario scenario, Inputs inputs) {
    return inputs.shared(
        new SharedKey<Records<UnitFigures>>("statistics", scenario.id()),
        () -> {
          Set<String> units = Units.idsOf(scenario, inputs);
          return of(StatisticsKernel.of(scenario), units, scenario, inputs).kept();
        });
  }

  /** The same of the parts of those units that are in force in the scenario's last year. */
  static Records<UnitFigures> figuresOfParts(
      Scenario scenario, Inputs inputs, Collection<Statistic> wanted) {
    Set<String> units = Units.idsOf(scenario, inputs);
    Set<String> parts = new TreeSet<>();
    for (UnitDirectory.Unit unit : Units.directory(inputs).all()) {
      // NaN where a unit is still in force
      if (unit.attribute("parent_id").filter(units::contains).isPresent()
          && !(unit.number("valid_to") < scenario.years().last())) {
        parts.add(unit.id());
      }
    }
    return of(StatisticsKernel.of(scenario, wanted), parts, scenario, inputs);
  }

  private static Records<UnitFigures> of(
      StatisticsKernel kernel, Set<String> units, Scenario scenario, Inputs inputs) {
    BaseUnits base = new BaseUnits(scenario, inputs);
    return kernel.reading(base.grid()).build(base.of(units));
  }
}
