package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.panel.BaseValues;
import org.renxing.jobs.silver.Observation;
import org.renxing.jobs.silver.UnitLineage;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.panel.Merge;
import org.renxing.run.Inputs;

/**
 * A few base values as a scenario adjusts them, which no table keeps: for tracing a figure. What is
 * read of silver is read once and kept on the driver.
 */
public final class AdjustedBase {
  private final Scenario scenario;
  private final Inputs inputs;

  /**
   * Reads the lineage.
   *
   * @param inputs silver as the panel was made from it; it is narrowed to what is asked for here
   */
  public AdjustedBase(Scenario scenario, Inputs inputs) {
    this.scenario = scenario;
    this.inputs = inputs;
    keep(UnitLineage.TABLE, inputs.read(UnitLineage.TABLE));
  }

  /**
   * Every unit in its newest state, as the adjustment looks it up: unit_id, name_zh, province_code.
   */
  public Dataset<Row> units() {
    return Units.newest(inputs).select(col("unit_id"), col("name_zh"), col("province_code"));
  }

  /** The merges that the adjustment knows, the indirect ones too. */
  public List<Merge> merges() {
    return BaseValues.merges(inputs.read(UnitLineage.TABLE), scenario.years().last());
  }

  /**
   * What the panel derives from, by the panel's own code, as far as it rests on some cells of
   * sources: unit_id, year, indicator_code, value and, where the scenario adjusts, cause (see
   * {@link BaseValues}). To be called once.
   *
   * @param isCell condition on unit_id, year and indicator_code: the cells wanted, and all that
   *     they are made of
   */
  public Dataset<Row> values(Column isCell) {
    for (TableName table : List.of(Observation.TABLE, SuspectValue.TABLE)) {
      keep(table, inputs.read(table).where(isCell));
    }
    return ScenarioPanel.adjusted(scenario, inputs);
  }

  private void keep(TableName table, Dataset<Row> rows) {
    inputs.handOn(table, Map.of("", inputs.local("rows of " + table, () -> rows)));
  }
}
