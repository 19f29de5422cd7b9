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
import org.renxing.run.Inputs;

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
