package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.dynamics.Dynamics;
import org.renxing.model.Analysis;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;

/** Dynamics of a scenario, computed once for the tables that show them. */
final class DynamicsRows {
  static final List<TableName> INPUTS = Panels.INPUTS;

  private DynamicsRows() {}

  static boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.DYNAMICS);
  }

  /** What of a scenario they depend on. */
  static Object configuration(Scenario scenario) {
    return List.of(scenario.groupings(), scenario.years().step(), Measures.configuration(scenario));
  }

  /**
   * The rows of one table, with their measure.
   *
   * @param array a column of {@link Dynamics#of}
   */
  static Dataset<Row> of(String array, Scenario scenario, Inputs inputs) {
    Dataset<Row> panels = Panels.of(scenario, inputs);
    Dynamics dynamics = new Dynamics(scenario.groupings(), scenario.years().step());
    return inputs
        .shared("dynamics " + scenario.id(), () -> dynamics.of(panels))
        .select(col("measure"), inline(col(array)));
  }
}
