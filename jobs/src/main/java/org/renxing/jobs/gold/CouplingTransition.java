package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.couple.CouplingSummaries;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** gold.coupling_transition: moves of units between coordination levels. */
public final class CouplingTransition implements PlannedTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "coupling_transition", "One row a pair of systems, span and move between levels")
            .key("pair_id", Type.STRING, "Coupling of the scenario")
            .key("from_level", Type.STRING, "Coordination level before")
            .key("to_level", Type.STRING, "Coordination level after")
            .key(
                "span",
                Type.STRING,
                "adjacent: a year to the next; first-last: a unit's first year to its last")
            .required("n", Type.LONG, "moves", "Moves")
            .required(
                "share", Type.DOUBLE, "0-1", "Share of the moves from that level in that span"));
  }

  @Override
  public List<TableName> inputs() {
    return List.of(CouplingUnitYear.TABLE);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.couplings().isEmpty();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return scenario.years().step();
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    return CouplingSummaries.transition(
        inputs.read(CouplingUnitYear.TABLE, scenario.id()), scenario.years().step());
  }
}
