package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;

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
   * stay).
   *
   * @param observations rows of silver.observation, at the version that the panel was made from
   */
  public static Dataset<Row> of(Scenario scenario, Dataset<Row> observations, Inputs inputs) {
    return new PanelBuilder(scenario)
        .imputedBase(observations.where(col("is_preferred")), Units.of(scenario, inputs));
  }
}
