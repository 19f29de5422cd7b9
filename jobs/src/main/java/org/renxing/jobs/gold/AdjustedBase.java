package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.panel.Merge;
import org.renxing.jobs.silver.UnitLineage;
import org.renxing.model.Scenario;
import org.renxing.run.Inputs;

/** Base values as a scenario adjusts them, which no table keeps: for tracing a figure. */
public final class AdjustedBase {
  private AdjustedBase() {}

  /**
   * What the panel derives from, lazily and not kept: unit_id, year, indicator_code, value and,
   * where the scenario adjusts, cause (see {@link org.renxing.index.panel.BaseValues}).
   */
  public static Dataset<Row> of(Scenario scenario, Inputs inputs) {
    return ScenarioPanel.adjusted(scenario, inputs);
  }

  /**
   * Every unit in its newest state, as the adjustment looks it up: unit_id, name_zh, province_code.
   */
  public static Dataset<Row> units(Inputs inputs) {
    return Units.newest(inputs).select(col("unit_id"), col("name_zh"), col("province_code"));
  }

  /** The merges that the adjustment of a scenario knows, the indirect ones too: one Spark job. */
  public static List<Merge> merges(Scenario scenario, Inputs inputs) {
    return Merge.all(inputs.read(UnitLineage.TABLE), scenario.years().last());
  }
}
