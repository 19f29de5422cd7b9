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

/** A table of the dynamics of a scenario, which are computed once for all of these tables. */
abstract class DynamicsTable implements PlannedTable {
  private final String array;

  /**
   * A table of one kind of rows.
   *
   * @param array the column of {@link Dynamics#of} that holds them
   */
  DynamicsTable(String array) {
    this.array = array;
  }

  @Override
  public List<TableName> inputs() {
    return Panels.INPUTS;
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.DYNAMICS);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.groupings(), scenario.years().step(), Measures.configuration(scenario));
  }

  /** The rows with their measure. */
  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    Dataset<Row> panels = Panels.of(scenario, inputs);
    Dynamics dynamics = new Dynamics(scenario.groupings(), scenario.years().step());
    return inputs
        .shared("dynamics " + scenario.id(), () -> dynamics.of(panels))
        .select(col("measure"), inline(col(array)));
  }
}
