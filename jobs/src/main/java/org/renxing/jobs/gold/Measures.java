package org.renxing.jobs.gold;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;

/**
 * Every score of a scenario under one name, for analyses that take any: {@code
 * score.SCHEME.SYSTEM}, {@code d.PAIR} for the coordination degree ({@code d.PAIR.revised} for the
 * revised formula), {@code theta.MODEL.SYSTEM} for efficiency.
 */
final class Measures {
  static final List<TableName> INPUTS =
      List.of(IndexScore.TABLE, CouplingUnitYear.TABLE, DeaScore.TABLE);

  /** What the column {@code measure} holds, for shapes of tables. */
  static final String COMMENT =
      "Score that is looked at: score.SCHEME.SYSTEM, d.PAIR or theta.MODEL.SYSTEM";

  private Measures() {}

  /** What of a scenario decides which measures there are, beside the tables themselves. */
  static Object configuration(Scenario scenario) {
    return List.of(scenario.couplings().isEmpty(), scenario.deaModels().isEmpty());
  }

  /**
   * The scores of a scenario: measure, unit_id, unit_name, year, value. Missing ones have no row.
   * Kept while the run lasts.
   */
  static Dataset<Row> of(Scenario scenario, Inputs inputs) {
    return inputs.shared("measures " + scenario.id(), () -> union(scenario, inputs));
  }

  private static Dataset<Row> union(Scenario scenario, Inputs inputs) {
    List<Dataset<Row>> all = new ArrayList<>();
    all.add(
        measure(
            inputs.read(IndexScore.TABLE, scenario.id()).where(col("depth").leq(1)),
            concat(lit("score."), col("scheme"), lit("."), col("system")),
            "score"));
    if (!scenario.couplings().isEmpty()) {
      Column variant =
          when(col("variant").equalTo("standard"), lit(""))
              .otherwise(concat(lit("."), col("variant")));
      all.add(
          measure(
              inputs.read(CouplingUnitYear.TABLE, scenario.id()),
              concat(lit("d."), col("pair_id"), variant),
              "d"));
    }
    if (!scenario.deaModels().isEmpty()) {
      all.add(
          measure(
              inputs.read(DeaScore.TABLE, scenario.id()),
              concat(lit("theta."), col("model"), lit("."), col("output_system")),
              "theta"));
    }
    return all.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  private static Dataset<Row> measure(Dataset<Row> rows, Column name, String value) {
    return rows.select(
            name.as("measure"),
            col("unit_id"),
            col("unit_name"),
            col("year"),
            col(value).as("value"))
        .where(col("value").isNotNull());
  }
}
