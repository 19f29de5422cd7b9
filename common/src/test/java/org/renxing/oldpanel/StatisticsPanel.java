package org.renxing.oldpanel;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.Expression;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;

/**
 * The statistics that a scenario names, by unit and year: as observed and adjusted, never imputed,
 * so that missing evidence stays missing.
 */
public final class StatisticsPanel {
  private final Scenario scenario;
  private final Map<String, Expression> expressions = new LinkedHashMap<>();

  /**
   * Reads some of the scenario's expressions, those of statistics alone.
   *
   * @param wanted what is wanted; what the scenario does not name is left out
   * @throws org.renxing.model.RenxingException CONFIGURATION where an expression is not allowed
   */
  public StatisticsPanel(Scenario scenario, Collection<Statistic> wanted) {
    this.scenario = scenario;
    scenario.statistics().entrySet().stream()
        .filter(named -> wanted.contains(named.getKey()))
        .forEach(s -> expressions.put(s.getKey().column(), Expression.parse(s.getValue())));
  }

  /**
   * Reads the expressions of the scenario, also those of its carbon inventory.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION where an expression is not allowed
   */
  public StatisticsPanel(Scenario scenario) {
    this(scenario, scenario.statistics().keySet());
    scenario
        .carbon()
        .items()
        .forEach(item -> expressions.put(item.column(), Expression.parse(item.expression())));
  }

  /** Codes of the base indicators that the statistics need. */
  public Set<String> inputs() {
    Set<String> out = new LinkedHashSet<>();
    expressions.values().forEach(e -> out.addAll(e.inputs()));
    return out;
  }

  /**
   * The grid of units and the scenario's years: unit_id, year, and a column for each statistic that
   * the scenario names ({@link org.renxing.model.Statistic#column}), and one for the use of each
   * item of its carbon inventory ({@link org.renxing.model.CarbonRules.Item#column}); null where an
   * input is missing.
   *
   * @param observations as for {@link PanelBuilder#build}
   * @param units unit_id, unique, and the fallback group's column
   */
  public Dataset<Row> of(Dataset<Row> observations, Dataset<Row> units) {
    List<Column> columns = new ArrayList<>(List.of(col("unit_id"), col("year")));
    expressions.forEach((name, e) -> columns.add(e.value(WideBase::column).as(name)));
    return new WideBase(scenario)
        .of(observations, units, inputs())
        .select(columns.toArray(Column[]::new));
  }
}
