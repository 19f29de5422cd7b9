package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.diagnose.Diagnosis;
import org.renxing.model.Analysis;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;

/** A table on how well an index is made; what all of these rest on is computed once. */
abstract class DiagnosisTable implements PlannedTable {
  /**
   * The rows.
   *
   * @param facts see {@link Diagnosis#facts}
   */
  abstract Dataset<Row> rows(Diagnosis diagnosis, Dataset<Row> facts);

  @Override
  public List<TableName> inputs() {
    return Vectors.INPUTS;
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.DIAGNOSIS);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return scenario.indexSystem();
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    Diagnosis diagnosis =
        new Diagnosis(scenario.indexSystem(), scenario.schemes(), scenario.aggregation());
    Dataset<Row> facts =
        inputs.shared(
            "diagnosis " + scenario.id(), () -> diagnosis.facts(Vectors.of(scenario, inputs)));
    return rows(diagnosis, facts);
  }
}
