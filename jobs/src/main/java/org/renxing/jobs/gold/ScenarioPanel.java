package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.index.Expression;
import org.renxing.index.panel.Panel;
import org.renxing.index.panel.PanelBuilder;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.jobs.silver.Observation;
import org.renxing.lake.TableState;
import org.renxing.model.Indicator;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;

/** The panel of a scenario, computed once for the tables that show it. */
final class ScenarioPanel {
  static final List<TableName> INPUTS =
      List.of(Observation.TABLE, DimUnit.TABLE, SuspectValue.TABLE);

  private static final StructType USE =
      new StructType()
          .add("indicator_code", DataTypes.StringType)
          .add("base", DataTypes.StringType);

  private ScenarioPanel() {}

  /** What of a scenario the panel depends on. */
  static Object configuration(Scenario scenario) {
    return List.of(
        scenario.indexSystem(),
        scenario.population(),
        scenario.years(),
        scenario.imputation(),
        scenario.asOf());
  }

  /** Of observations and suspects only those of the base indicators that the scenario needs. */
  static String contentOf(TableName input, TableState state, Scenario scenario) {
    if (input.equals(Observation.TABLE)) {
      return Observation.contentOf(
          state, new PanelBuilder(scenario).inputs(), scenario.asOf().isPresent());
    }
    return input.equals(SuspectValue.TABLE)
        ? SuspectValue.contentOf(state, new PanelBuilder(scenario).inputs())
        : state.contentOf(scenario.id());
  }

  static Panel of(Scenario scenario, Inputs inputs) {
    PanelBuilder builder = new PanelBuilder(scenario);
    Dataset<Row> cells =
        inputs.shared(
            "panel " + scenario.id(),
            () ->
                builder
                    .build(preferred(scenario, inputs, builder), Units.of(scenario, inputs))
                    .cells());
    return Panel.of(cells, scenario.years().length(), scenario.imputation().cap());
  }

  /**
   * Where the values of each cell come from: unit_id, year, indicator_code, source_id,
   * is_corrected, is_suspect.
   */
  static Dataset<Row> origins(Scenario scenario, Inputs inputs) {
    List<Row> uses = new ArrayList<>();
    for (Indicator indicator : scenario.indexSystem().indicators()) {
      for (String base : Expression.parse(indicator.expression()).inputs()) {
        uses.add(RowFactory.create(indicator.code(), base));
      }
    }
    Dataset<Row> base =
        preferred(scenario, inputs, new PanelBuilder(scenario))
            .withColumnRenamed("indicator_code", "base");
    return base.join(broadcast(inputs.spark().createDataFrame(uses, USE)), "base")
        .groupBy("unit_id", "year", "indicator_code")
        .agg(
            concat_ws(",", array_sort(collect_set(col("source_id")))).as("source_id"),
            bool_or(col("is_corrected")).as("is_corrected"),
            bool_or(col("is_doubtful")).as("is_suspect"));
  }

  /**
   * The observations that count, of the base indicators that the scenario needs, but those that a
   * check of quality sets aside.
   */
  private static Dataset<Row> preferred(Scenario scenario, Inputs inputs, PanelBuilder builder) {
    Column isNeeded = col("indicator_code").isin(builder.inputs().toArray());
    Dataset<Row> known = inputs.read(Observation.TABLE).where(isNeeded);
    return scenario
        .asOf()
        .map(day -> asOf(known, day))
        .orElseGet(() -> known.where(col("is_preferred")))
        .join(
            SuspectValue.cells(inputs).where(isNeeded),
            Columns.named("unit_id", "year", "indicator_code"),
            "left")
        .withColumn("is_doubtful", coalesce(col("is_doubtful"), lit(false)))
        .where(not(coalesce(col("is_set_aside"), lit(false))))
        .select(
            "unit_id",
            "year",
            "indicator_code",
            "value",
            "source_id",
            "is_corrected",
            "is_doubtful");
  }

  /** What counted on an earlier day: sources without vintages are taken as they are. */
  private static Dataset<Row> asOf(Dataset<Row> observations, LocalDate day) {
    WindowSpec best =
        Window.partitionBy("unit_id", "year", "indicator_code")
            .orderBy(col("precedence"), col("source_id"), col("vintage").desc());
    return observations
        .where(col("vintage").leq(day.toString()))
        .withColumn("place", row_number().over(best))
        .where(col("place").equalTo(1));
  }
}
