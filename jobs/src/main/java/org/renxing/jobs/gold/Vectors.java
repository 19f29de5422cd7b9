package org.renxing.jobs.gold;

import java.util.List;
import org.renxing.model.Analysis;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.normalisation.NormalisationMethods;
import org.renxing.obstacles.ObstacleScope;
import org.renxing.obstacles.Obstacles;
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

  private Vectors() {}

  /** The indicators of each unit and year, computed once a run. */
  static Records<IndicatorVector> records(Scenario scenario, Inputs inputs) {
    IndicatorOrder order = IndicatorOrder.of(scenario.indexSystem());
    return inputs.shared(
        new SharedKey<Records<IndicatorVector>>("vectors", scenario.id()),
        () ->
            inputs
                .grouped(
                    CELLS,
                    scenario.id(),
                    List.of("unit_id", "year"),
                    IndicatorVector.Cell::unitYear,
                    assembly(order))
                .kept());
  }

  /** Cells, a vector a unit and year. */
  static Records<IndicatorVector> assembled(
      Records<IndicatorVector.Cell> cells, IndicatorOrder order) {
    return cells.groupedBy(IndicatorVector.Cell::unitYear, assembly(order));
  }

  private static Records.Group<IndicatorVector.Cell, IndicatorVector> assembly(
      IndicatorOrder order) {
    IndicatorVector.Assembly assembly = new IndicatorVector.Assembly(order.codes());
    return (key, cells) -> List.of(assembly.of(cells)).iterator();
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
    return scenario.has(Analysis.OBSTACLES)
        && NormalisationMethods.of(scenario.normalisation().method()).hasIdeal();
  }

  static Obstacles obstacles(Scenario scenario, Inputs inputs) {
    return new Obstacles(
        IndicatorOrder.of(scenario.indexSystem()),
        ObstacleScope.of(scenario),
        ObstacleScope.schemes(scenario),
        weights(scenario, inputs),
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
