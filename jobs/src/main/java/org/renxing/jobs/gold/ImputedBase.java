package org.renxing.jobs.gold;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.panel.PanelBuilder;
import org.renxing.model.Scenario;
import org.renxing.run.Inputs;

/** Base values after imputation, which no table keeps: for tracing a figure that rests on them. */
public final class ImputedBase {
  private ImputedBase() {}

  /**
   * The imputed base indicators of a scenario that imputes these ({@code basis = base}): unit_id,
   * year, indicator_code, raw_value, value, imputation_method, unit_exclusion (null for units that
   * stay). They are adjusted first, where the scenario adjusts.
   *
   * @param inputs silver as the panel was made from it; the reader releases it
   */
  public static Dataset<Row> of(Scenario scenario, Inputs inputs) {
    return new PanelBuilder(scenario)
        .imputedBase(ScenarioPanel.values(scenario, inputs), Units.of(scenario, inputs));
  }
}
