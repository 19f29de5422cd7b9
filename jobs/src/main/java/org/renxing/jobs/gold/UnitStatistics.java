package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.panel.StatisticsPanel;
import org.renxing.lake.TableState;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import org.renxing.model.TableName;
import org.renxing.panel.UnitFigures;
import org.renxing.records.LocalRecords;
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
    Set<String> out = new StatisticsPanel(scenario).inputs();
    scenario.adjustment().prices().ifPresent(prices -> out.add(prices.deflator()));
    return out;
  }

  /**
   * See {@link StatisticsPanel#of}: of every unit of the scenario's levels and ids, whether or not
   * the filter or missing indicators keep it out of the index. Kept while the run lasts.
   */
  static Records<UnitFigures> figures(Scenario scenario, Inputs inputs) {
    return inputs.shared(
        new SharedKey<Records<UnitFigures>>("statistics", scenario.id()),
        () ->
            records(
                new StatisticsPanel(scenario)
                    .of(ScenarioPanel.values(scenario, inputs), Units.of(scenario, inputs))));
  }

  /** The same of the parts of those units that are in force in the scenario's last year. */
  static Records<UnitFigures> figuresOfParts(
      Scenario scenario, Inputs inputs, Collection<Statistic> wanted) {
    Dataset<Row> units = Units.of(scenario, inputs).select(col("unit_id").as("parent_id"));
    Dataset<Row> parts =
        Units.newest(inputs)
            .where("valid_to IS NULL OR valid_to >= " + scenario.years().last())
            .join(units, "parent_id");
    return records(
        new StatisticsPanel(scenario, wanted).of(ScenarioPanel.values(scenario, inputs), parts));
  }

  private static Records<UnitFigures> records(Dataset<Row> rows) {
    List<String> columns = List.of(rows.columns()).subList(2, rows.columns().length);
    Map<String, List<Row>> byUnit = new LinkedHashMap<>();
    rows.orderBy("unit_id", "year")
        .collectAsList()
        .forEach(r -> byUnit.computeIfAbsent(r.getString(0), u -> new ArrayList<>()).add(r));
    List<UnitFigures> out = new ArrayList<>();
    byUnit.forEach(
        (unit, years) -> {
          double[] values = new double[years.size() * columns.size()];
          for (int i = 0; i < values.length; i++) {
            Row row = years.get(i / columns.size());
            int at = 2 + i % columns.size();
            values[i] = row.isNullAt(at) ? Double.NaN : row.getDouble(at);
          }
          out.add(
              new UnitFigures(
                  unit, years.stream().map(r -> r.getInt(1)).toList(), columns, values));
        });
    return LocalRecords.of(out);
  }
}
