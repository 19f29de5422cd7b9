package org.renxing.jobs.gold;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.panel.StatisticsPanel;
import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;

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
    Set<String> out = new StatisticsPanel(scenario).inputs();
    scenario.adjustment().prices().ifPresent(prices -> out.add(prices.deflator()));
    return out;
  }

  /**
   * See {@link StatisticsPanel#of}: of every unit of the scenario's levels and ids, whether or not
   * the filter or missing indicators keep it out of the index. Kept while the run lasts.
   */
  static Dataset<Row> of(Scenario scenario, Inputs inputs) {
    return inputs.shared(
        "statistics " + scenario.id(),
        () ->
            new StatisticsPanel(scenario)
                .of(ScenarioPanel.values(scenario, inputs), Units.of(scenario, inputs)));
  }
}
