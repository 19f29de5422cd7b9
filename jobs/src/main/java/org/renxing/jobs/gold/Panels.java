package org.renxing.jobs.gold;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.measure.MeasurePanels;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;

/** Measures of a scenario as panels, parted once for the analyses that read them. */
final class Panels {
  static final List<TableName> INPUTS = inputTables();

  private Panels() {}

  /** See {@link MeasurePanels#of}; kept while the run lasts. */
  static Dataset<Row> of(Scenario scenario, Inputs inputs) {
    Dataset<Row> measures = Measures.of(scenario, inputs);
    return inputs.shared(
        "panels " + scenario.id(),
        () -> MeasurePanels.of(measures, Units.newest(inputs), scenario.groupings()));
  }

  private static List<TableName> inputTables() {
    List<TableName> out = new ArrayList<>(Measures.INPUTS);
    out.add(DimUnit.TABLE);
    return List.copyOf(out);
  }
}
