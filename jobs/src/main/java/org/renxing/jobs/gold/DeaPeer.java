package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** gold.dea_peer_unit_year: reference units that make up the target of a DEA score. */
public final class DeaPeer implements GoldTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        DeaAnswers.shape("dea_peer_unit_year", "One row a peer of a DEA score")
            .key("peer_unit_id", Type.STRING, "Reference unit; of units alike the first by code")
            .key("peer_year", Type.INT, "Its year")
            .required("lambda", Type.DOUBLE, "", "Its intensity, above 0")
            .check("lambda is above 0", "lambda > 0"));
  }

  @Override
  public List<TableName> inputs() {
    return DeaAnswers.INPUTS;
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.deaModels().isEmpty();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return DeaAnswers.configuration(scenario);
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    return DeaAnswers.parts("peers", scenario, inputs);
  }
}
