package org.renxing.jobs.gold.index;

import java.util.List;
import org.renxing.jobs.gold.panel.IndicatorValue;
import org.renxing.model.Analysis;
import org.renxing.model.Scenario;
import org.renxing.normalisation.NormalisationMethods;
import org.renxing.obstacles.ObstacleScope;
import org.renxing.obstacles.Obstacles;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.IndicatorVector;
import org.renxing.records.Records;
import org.renxing.run.Need;
import org.renxing.run.StoredRows;
import org.renxing.weights.GlobalWeights;

/** Normalised indicators and weights of a scenario, side by side, and what is made of them. */
public final class Vectors {
  private static final StoredRows<IndicatorVector.Cell> CELLS =
      StoredRows.ofScenario(
          IndicatorValue.TABLE,
          List.of("unit_id", "year", "indicator_code", "value", "normalised"),
          row ->
              new IndicatorVector.Cell(
                  row.text("unit_id"),
                  row.whole("year"),
                  row.text("indicator_code"),
                  row.number("value"),
                  row.number("normalised")));

  private static final StoredRows<GlobalWeights.Entry> WEIGHT_ROWS =
      StoredRows.ofScenario(
          IndicatorWeight.TABLE,
          List.of("scheme", "year", "indicator_code", "global_weight"),
          row ->
              new GlobalWeights.Entry(
                  row.text("scheme"),
                  row.whole("year"),
                  row.text("indicator_code"),
                  row.number("global_weight")));

  /** One vector a unit and year. */
  public static final Need<Records<IndicatorVector>> ALL =
      Need.of(
          "vectors",
          List.of(CELLS),
          Scenario::indexSystem,
          (scenario, given) ->
              given
                  .grouped(
                      CELLS,
                      List.of("unit_id", "year"),
                      IndicatorVector.Cell::unitYear,
                      assembly(IndicatorOrder.of(scenario.indexSystem())))
                  .kept());

  /** The weights of all schemes. */
  public static final Need<GlobalWeights> WEIGHTS =
      Need.of(
          "weights",
          List.of(WEIGHT_ROWS),
          Scenario::indexSystem,
          (scenario, given) ->
              new GlobalWeights(
                  IndicatorOrder.of(scenario.indexSystem()).codes(),
                  given.get(WEIGHT_ROWS).list()));

  /** What keeps units from their ideal. */
  public static final Need<Obstacles> OBSTACLES =
      Need.of(
          "obstacles",
          List.of(WEIGHTS),
          scenario ->
              List.of(
                  scenario.indexSystem(),
                  scenario.schemes(),
                  scenario.couplings(),
                  scenario.aggregation(),
                  scenario.normalisation().scale()),
          (scenario, given) ->
              new Obstacles(
                  IndicatorOrder.of(scenario.indexSystem()),
                  ObstacleScope.of(scenario),
                  ObstacleScope.schemes(scenario),
                  given.get(WEIGHTS),
                  scenario.normalisation().scale()));

  private Vectors() {}

  /** Cells, a vector a unit and year. */
  public static Records<IndicatorVector> assembled(
      Records<IndicatorVector.Cell> cells, IndicatorOrder order) {
    return cells.groupedBy(IndicatorVector.Cell::unitYear, assembly(order));
  }

  private static Records.Group<IndicatorVector.Cell, IndicatorVector> assembly(
      IndicatorOrder order) {
    IndicatorVector.Assembly assembly = new IndicatorVector.Assembly(order.codes());
    return (key, cells) -> List.of(assembly.of(cells)).iterator();
  }

  /** Whether a scenario asks for obstacles, and its normalised values have an ideal point. */
  public static boolean hasObstacles(Scenario scenario) {
    return scenario.has(Analysis.OBSTACLES)
        && NormalisationMethods.of(scenario.normalisation().method()).hasIdeal();
  }
}
