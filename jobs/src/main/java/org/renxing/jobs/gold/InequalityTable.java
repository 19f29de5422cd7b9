package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.inequality.InequalityStage;
import org.renxing.model.Analysis;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** A table of the inequality of a scenario's scores, which is computed once for all of these. */
abstract class InequalityTable implements PlannedTable {
  static final String REASONS = "NEGATIVE_VALUE, MEAN_ZERO, ZERO_VALUE";

  /**
   * Those of the answers that the table shows.
   *
   * @param answers see {@link InequalityStage#compare}
   */
  abstract Dataset<Row> rows(Dataset<Row> answers);

  /** Starts a shape with the columns that say what is compared. */
  static TableSpec.Builder shape(String name, String grain) {
    return GoldTable.shape(name, grain)
        .key("measure", Type.STRING, Measures.COMMENT)
        .key(
            "grouping", Type.STRING, "Column of dim_unit that groups; all: every unit in one group")
        .key("year", Type.INT, "Year");
  }

  @Override
  public List<TableName> inputs() {
    return Panels.INPUTS;
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return scenario.has(Analysis.INEQUALITY);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.groupings(), Measures.configuration(scenario));
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    Dataset<Row> answers =
        inputs.shared(
            "inequality " + scenario.id(),
            () ->
                InequalityStage.byYear(
                    Measures.of(scenario, inputs), Units.newest(inputs), scenario.groupings()));
    return rows(answers);
  }
}
