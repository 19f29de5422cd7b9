package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.efficiency.DeaStage;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;

/** A table of the data envelopment analysis of a scenario, which is made once for all of these. */
abstract class DeaTable implements PlannedTable {
  private static final List<String> KEYS =
      List.of("model", "returns", "orientation", "reference", "output_system", "unit_id", "year");

  /**
   * Those of the answers that the table shows; unit_name is added after.
   *
   * @param answers see {@link DeaStage#score}
   */
  abstract Dataset<Row> rows(Dataset<Row> answers);

  /** The parts of each answer, one a row, beside the columns that say which score it is about. */
  static Dataset<Row> parts(String column, Dataset<Row> answers) {
    List<Column> columns = new ArrayList<>();
    for (String key : KEYS) {
      columns.add(col(key));
    }
    columns.add(inline(col(column)));
    return answers.select(columns.toArray(Column[]::new));
  }

  /** Starts a shape with the columns that say which score a row is about. */
  static TableSpec.Builder shape(String name, String grain) {
    return GoldTable.unitYear(name, grain)
        .key("model", Type.STRING, "Model of the scenario")
        .key("returns", Type.STRING, "Returns to scale: crs, vrs, nirs or ndrs")
        .key("orientation", Type.STRING, "What moves: input or output; none for rho")
        .key(
            "reference",
            Type.STRING,
            "With whom it is compared: contemporaneous, pooled, sequential, window:K or"
                + " group:COLUMN")
        .key(
            "output_system",
            Type.STRING,
            "System that stands alone: the one output (reading text) or the one input (formula)");
  }

  @Override
  public List<TableName> inputs() {
    return List.of(IndexScore.TABLE, DimUnit.TABLE);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.deaModels().isEmpty();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return scenario.deaModels();
  }

  @Override
  public Dataset<Row> build(Scenario scenario, Inputs inputs) {
    Dataset<Row> answers =
        inputs.shared(
            "dea " + scenario.id(),
            () -> {
              DeaStage stage = new DeaStage(scenario.deaModels());
              Dataset<Row> scores = inputs.read(IndexScore.TABLE, scenario.id());
              return stage.score(inputs.keep(stage.panel(scores, Units.newest(inputs))));
            });
    return Units.named(rows(answers), inputs);
  }
}
