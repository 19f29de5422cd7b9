package org.renxing.jobs.gold;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableName;
import org.renxing.panel.StatisticsKernel;
import org.renxing.panel.UnitSeries;
import org.renxing.records.Records;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;

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
  static Records<UnitSeries> records(Scenario scenario, Inputs inputs) {
    return inputs.shared(
        new SharedKey<>("statistics", scenario.id()),
        () ->
            records(StatisticsKernel.of(scenario), scenario, Units.idsOf(scenario, inputs), inputs)
                .kept());
  }

  /** Some statistics of some units. */
  static Records<UnitSeries> records(
      StatisticsKernel kernel, Scenario scenario, Set<String> unitIds, Inputs inputs) {
    BaseUnits base = new BaseUnits(scenario, inputs);
    return kernel.reading(base.grid()).build(base.of(unitIds));
  }
}
