package org.renxing.jobs.gold;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.index.obstacle.Obstacles;
import org.renxing.index.vector.IndicatorVectors;
import org.renxing.model.Analysis;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.obstacles.ObstacleScope;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.IndicatorVector;
import org.renxing.records.Records;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;
import org.renxing.weights.GlobalWeights;

/** Normalised indicators and weights of a scenario, side by side, and what is made of them. */
final class Vectors {
  static final List<TableName> INPUTS = List.of(IndicatorValue.TABLE, IndicatorWeight.TABLE);

  private Vectors() {}

  /** One row a unit and year ({@link IndicatorVectors}), kept while the run lasts. */
  static Dataset<Row> of(Scenario scenario, Inputs inputs) {
    return inputs.shared(
        "vectors " + scenario.id(),
        () ->
            IndicatorVectors.of(
                inputs.read(IndicatorValue.TABLE, scenario.id()),
                inputs.read(IndicatorWeight.TABLE, scenario.id()),
                IndicatorOrder.of(scenario.indexSystem()),
                ObstacleScope.schemes(scenario)));
  }

  private static final TableRecords<IndicatorVector.Cell> CELLS =
      TableRecords.of(
          IndicatorValue.TABLE,
          List.of("unit_id", "year", "indicator_code", "value", "normalised"),
          row ->
              new IndicatorVector.Cell(
                  row.text("unit_id"),
                  row.whole("year"),
                  row.text("indicator_code"),
                  row.number("value"),
                  row.number("normalised")));

  private static final TableRecords<GlobalWeights.Entry> WEIGHTS =
      TableRecords.of(
          IndicatorWeight.TABLE,
          List.of("scheme", "year", "indicator_code", "global_weight"),
          row ->
              new GlobalWeights.Entry(
                  row.text("scheme"),
                  row.whole("year"),
                  row.text("indicator_code"),
                  row.number("global_weight")));

  /** The indicators of each unit and year, computed once a run. */
  static Records<IndicatorVector> records(Scenario scenario, Inputs inputs) {
    return inputs.shared(
        new SharedKey<Records<IndicatorVector>>("vectors", scenario.id()),
        () ->
            assembled(
                    inputs.records(CELLS, scenario.id()), IndicatorOrder.of(scenario.indexSystem()))
                .kept());
  }

  /** Cells, a vector a unit and year. */
  static Records<IndicatorVector> assembled(
      Records<IndicatorVector.Cell> cells, IndicatorOrder order) {
    IndicatorVector.Assembly assembly = new IndicatorVector.Assembly(order.codes());
    return cells.groupedBy(
        IndicatorVector.Cell::unitYear, (key, all) -> List.of(assembly.of(all)).iterator());
  }

  /** The weights of all schemes. */
  static GlobalWeights weights(Scenario scenario, Inputs inputs) {
    return inputs.shared(
        new SharedKey<GlobalWeights>("weights", scenario.id()),
        () ->
            new GlobalWeights(
                IndicatorOrder.of(scenario.indexSystem()).codes(),
                inputs.records(WEIGHTS, scenario.id()).list()));
  }

  /** Whether a scenario asks for obstacles, and its normalised values have an ideal point. */
  static boolean hasObstacles(Scenario scenario) {
    return scenario.has(Analysis.OBSTACLES) && Obstacles.hasIdeal(scenario.normalisation());
  }

  static Obstacles obstacles(Scenario scenario) {
    return new Obstacles(
        IndicatorOrder.of(scenario.indexSystem()),
        ObstacleScope.of(scenario),
        scenario.normalisation().scale());
  }

  /** On what they depend. */
  static Object configuration(Scenario scenario) {
    return List.of(
        scenario.indexSystem(),
        scenario.schemes(),
        scenario.couplings(),
        scenario.aggregation(),
        scenario.normalisation().scale());
  }
}
